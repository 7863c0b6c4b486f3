package dev.cutoff.availability.application;

import dev.cutoff.availability.Shown;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Hears a store say that its stock changed. The message is a hint and no truth: it comes late,
 * twice and out of order, so the store is asked what it has now; what says nothing new is not even
 * that.
 */
public final class HearingStock {
  private final Merchants merchants;
  private final ShownStock shown;
  private final StockChanges changes;

  @Inject
  public HearingStock(Merchants merchants, ShownStock shown, StockChanges changes) {
    this.merchants = merchants;
    this.shown = shown;
    this.changes = changes;
  }

  /**
   * Why nothing follows; empty where the store will be asked.
   *
   * @param sku as the store names it; empty where the message does not say
   * @param item the platform's own id
   */
  public Optional<String> hear(Store store, String sku, String item, String location, long units) {
    Optional<Sku> known =
        sku.isEmpty() ? shown.skuOf(store.id(), item) : Sku.read(sku).filter(this::isOurs);
    if (known.isEmpty()) {
      return Optional.of("the stock of something that is not ours, or was never shown there");
    }
    Optional<Shown> row =
        shown.of(known.get()).stream().filter(each -> each.store().equals(store.id())).findFirst();
    boolean nothingNew =
        row.filter(each -> each.open() == null)
            .map(each -> each.places().get(location))
            .filter(place -> place.inStore() == units)
            .isPresent();
    if (nothingNew) {
      return Optional.of("the stock that the store is known to show");
    }
    changes.changed(List.of(known.get()));
    return Optional.empty();
  }

  private boolean isOurs(Sku sku) {
    Merchant merchant = merchants.current();
    return merchant.item(sku).isPresent() || merchant.kit(sku).isPresent();
  }
}
