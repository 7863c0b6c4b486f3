package dev.cutoff.testkit;

import dev.cutoff.effect.application.ObjectStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Objects by content, in memory. */
public final class InMemoryObjects implements ObjectStore {
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

  @Override
  public String put(String folder, String extension, byte[] bytes) {
    String key = folder + "/" + sha256(bytes) + "." + extension;
    objects.put(key, bytes.clone());
    return key;
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(objects.get(key)).map(byte[]::clone);
  }

  public SortedSet<String> keys() {
    return new TreeSet<>(objects.keySet());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
