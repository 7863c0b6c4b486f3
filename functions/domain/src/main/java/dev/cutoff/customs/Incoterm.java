package dev.cutoff.customs;

/** Who pays duties and import taxes, by Incoterms 2020. */
public enum Incoterm {
  /** Delivered at place: the recipient pays them. Before 2010 this was DDU. */
  DAP,
  /** Delivered duty paid: the shop pays them. */
  DDP
}
