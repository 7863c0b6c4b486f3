package dev.cutoff.plan.application;

import dev.cutoff.plan.Receipt;
import java.util.Optional;

/** Decision receipts, kept by content before the row that names them. */
public interface Receipts {
  /** The object key. */
  String keep(Receipt receipt);

  Optional<Receipt> find(String key);
}
