package dev.cutoff.merchant;

import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import org.jspecify.annotations.Nullable;

/**
 * A stocked SKU.
 *
 * @param weightGrams of one unit; null where nobody weighed it: such a line is put on hold
 * @param size outer size of one unit
 * @param barcode GTIN as printed
 * @param value for customs and insurance
 * @param hsCode harmonised system code, 6 to 10 digits; null where unknown
 * @param originCountry ISO 3166-1 alpha-2; null where unknown
 * @param customsDescription what it is, in plain words
 * @param requiresShipping false for gift cards and downloads
 * @param stock how it is stocked
 * @param goods what has to be minded when it is packed and sent
 */
public record Item(
    Sku sku,
    String name,
    @Nullable Long weightGrams,
    Size size,
    String barcode,
    Money value,
    @Nullable String hsCode,
    @Nullable String originCountry,
    String customsDescription,
    boolean requiresShipping,
    ItemStock stock,
    Goods goods) {
  /** A harmless one. */
  public Item(
      Sku sku,
      String name,
      @Nullable Long weightGrams,
      Size size,
      String barcode,
      Money value,
      @Nullable String hsCode,
      @Nullable String originCountry,
      String customsDescription,
      boolean requiresShipping,
      ItemStock stock) {
    this(
        sku,
        name,
        weightGrams,
        size,
        barcode,
        value,
        hsCode,
        originCountry,
        customsDescription,
        requiresShipping,
        stock,
        Goods.HARMLESS);
  }

  /** The same item, stocked otherwise. */
  public Item stocked(ItemStock otherwise) {
    return with(weightGrams, otherwise);
  }

  /** The same item with the weight that somebody else knows. */
  public Item weighing(@Nullable Long grams) {
    return with(grams, stock);
  }

  private Item with(@Nullable Long grams, ItemStock stocked) {
    return new Item(
        sku,
        name,
        grams,
        size,
        barcode,
        value,
        hsCode,
        originCountry,
        customsDescription,
        requiresShipping,
        stocked,
        goods);
  }
}
