package dev.cutoff.local.shop;

import dev.cutoff.adapter.merchant.MerchantFile;
import dev.cutoff.local.Options;
import dev.cutoff.merchant.Merchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The merchant file's bytes, and what is in them. */
public final class MerchantBytes {
  private MerchantBytes() {}

  public static byte[] of(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          new IOException("the merchant file " + file + " can't be read"));
    }
  }

  /** The shop, or a sentence for every mistake, with line and field. */
  public static Merchant read(byte[] json, String name) {
    return switch (MerchantFile.read(json)) {
      case MerchantFile.Read(Merchant merchant) -> merchant;
      case MerchantFile.Wrong wrong ->
          throw new Options.Wrong(
              "the merchant file can't be used:\n"
                  + wrong.problems().stream()
                      .map(problem -> "  " + problem.display(name))
                      .collect(Collectors.joining("\n")));
    };
  }
}
