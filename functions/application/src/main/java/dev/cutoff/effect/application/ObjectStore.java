package dev.cutoff.effect.application;

import java.util.Optional;

/** Documents kept by content: raw bodies, receipts, labels, slips. Written before the row. */
public interface ObjectStore {
  /**
   * Keeps the bytes; the same bytes twice are one object.
   *
   * @param folder "webhooks", "quarantine", "receipts", "labels", "slips", "prints"
   * @param extension without a dot: "json", "pdf", "zpl"
   * @return the key: folder/sha256.extension
   */
  String put(String folder, String extension, byte[] bytes);

  Optional<byte[]> get(String key);
}
