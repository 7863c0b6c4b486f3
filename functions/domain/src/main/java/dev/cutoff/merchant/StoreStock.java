package dev.cutoff.merchant;

/**
 * What a store and Cutoff tell each other of stock.
 *
 * @param master whose figures are right where they differ
 * @param buffer units of each SKU that are kept from the store's customers
 */
public record StoreStock(Master master, long buffer) {
  public static final StoreStock PLAIN = new StoreStock(Master.CUTOFF, 0);

  /** Whose figures are right. */
  public enum Master {
    CUTOFF,
    /** People count in the store's own pages; its events are counts. */
    STORE
  }
}
