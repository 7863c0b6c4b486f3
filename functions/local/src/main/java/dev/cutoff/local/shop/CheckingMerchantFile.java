package dev.cutoff.local.shop;

import dev.cutoff.local.Options;
import dev.cutoff.merchant.Merchant;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./cutoff check FILE}. */
public final class CheckingMerchantFile {
  private CheckingMerchantFile() {}

  public static int run(Options options, PrintStream out) {
    Path file = Path.of(options.word(0, "which merchant file: ./cutoff check merchant.json"));
    Merchant merchant = MerchantBytes.read(MerchantBytes.of(file), file.toString());
    out.printf(
        "%s is in order: %s, %d nodes, %d items, %d kits, %d carriers, %d stores, version %s%n",
        file,
        merchant.name(),
        merchant.nodes().size(),
        merchant.items().size(),
        merchant.kits().size(),
        merchant.carriers().size(),
        merchant.stores().size(),
        merchant.version());
    return 0;
  }
}
