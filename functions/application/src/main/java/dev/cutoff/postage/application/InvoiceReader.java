package dev.cutoff.postage.application;

import dev.cutoff.merchant.InvoiceColumns;
import dev.cutoff.postage.InvoiceLine;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a carrier's invoice, line by line. */
public interface InvoiceReader {
  /**
   * Hands over each line in its order: read, or why it could not be. One that can't be read never
   * takes the others down.
   *
   * @param currency where the invoice tells none
   * @return why this is no such invoice, for people; empty where it was read to its end
   * @throws java.io.UncheckedIOException where the stream ends before its time
   */
  Optional<String> read(
      InputStream invoice,
      InvoiceColumns columns,
      String currency,
      Consumer<InvoiceLine> lines,
      Consumer<InvoiceLine.Unread> unread);
}
