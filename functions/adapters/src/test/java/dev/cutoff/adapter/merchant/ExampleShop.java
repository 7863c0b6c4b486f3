package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Merchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shop of infra/merchant, whole or with one thing wrong. */
final class ExampleShop {
  static final Path FOLDER = Path.of(System.getProperty("cutoff.root")).resolve("infra/merchant");

  private ExampleShop() {}

  static byte[] file() {
    try {
      return Files.readAllBytes(FOLDER.resolve("merchant.json"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text() {
    return new String(file(), StandardCharsets.UTF_8);
  }

  static Merchant merchant() {
    return switch (MerchantFile.read(file())) {
      case MerchantFile.Read(Merchant merchant) -> merchant;
      case MerchantFile.Wrong wrong -> throw new AssertionError(wrong.problems().toString());
    };
  }

  /** The file with the first occurrence of a text replaced; the text must be there. */
  static byte[] with(String old, String replacement) {
    String text = text();
    int at = text.indexOf(old);
    if (at < 0) {
      throw new AssertionError("the example shop has no " + old);
    }
    return (text.substring(0, at) + replacement + text.substring(at + old.length()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The line, from 1, on which the text first stands. */
  static int lineOf(String text) {
    int at = text().indexOf(text);
    if (at < 0) {
      throw new AssertionError("the example shop has no " + text);
    }
    return (int) text().substring(0, at).lines().count();
  }
}
