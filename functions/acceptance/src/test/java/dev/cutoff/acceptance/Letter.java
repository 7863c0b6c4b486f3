package dev.cutoff.acceptance;

import dev.cutoff.local.Options;
import dev.cutoff.local.letters.Letters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code ./cutoff deadletters} prints, asked of a shop. */
final class Letter {
  private Letter() {}

  static String list(Shop shop) {
    return of(shop);
  }

  static String of(Shop shop, String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int status = Letters.run(shop.client(), Options.of(List.of(words)), out);
      out.println("exit " + status);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
