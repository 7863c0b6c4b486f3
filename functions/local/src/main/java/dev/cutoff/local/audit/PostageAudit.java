package dev.cutoff.local.audit;

import dev.cutoff.handler.PostageHandler;
import dev.cutoff.local.Options;
import dev.cutoff.postage.application.MatchingInvoice;
import dev.cutoff.postage.application.MatchingInvoice.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code ./cutoff audit postage}: a carrier's invoice beside the labels that were bought of it. It
 * writes nothing.
 */
final class PostageAudit {
  private PostageAudit() {}

  static int run(Path root, Options options, PrintStream out) throws IOException {
    String carrier = options.text("--carrier", "ID, as in the merchant file");
    Path file = Path.of(options.text("--invoice", "FILE, the carrier's invoice as CSV"));
    if (!Files.isRegularFile(file)) {
      throw new Options.Wrong("there is no file " + file);
    }
    InvoiceTelling telling = new InvoiceTelling(out, carrier, options.path("--json").orElse(null));
    return Audit.inPlaceOf(
        "Postage",
        platform -> {
          MatchingInvoice matching = PostageHandler.parts(platform).matching();
          try (InputStream invoice = Files.newInputStream(file)) {
            return switch (matching.match(carrier, invoice, telling::progress)) {
              case Outcome.Matched matched -> telling.report(matched.report());
              case Outcome.Refused refused -> telling.refused(refused.why());
              case Outcome.GivenUp givenUp ->
                  throw new IllegalStateException("given up after " + givenUp.orders());
            };
          }
        },
        root,
        options,
        out);
  }
}
