package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.availability.Shown;
import dev.cutoff.availability.Shown.Difference;
import dev.cutoff.availability.Shown.Place;
import dev.cutoff.availability.Unexplained;
import dev.cutoff.availability.application.ShownStock;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ShownStock} does. */
public abstract class ShownStockContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Sku MUG = new Sku("MUG-WHT");
  private static final StoreId ACME = new StoreId("acme");
  private static final StoreId BOLT = new StoreId("bolt");

  private ShownStock shown;

  /** One with nothing in it. */
  protected abstract ShownStock fresh();

  @BeforeEach
  void open() {
    shown = fresh();
  }

  @Test
  void what_was_saved_is_there_with_all_that_it_says() {
    Shown whole = row(ACME, 1, 9);
    Shown bare = new Shown(BOLT, MUG, "", 1, NOON, new TreeMap<>(), null, null);
    assertThat(shown.save(bare)).isTrue();
    assertThat(shown.save(whole)).isTrue();
    assertThat(shown.of(MUG)).containsExactly(whole, bare);
    assertThat(shown.of(new Sku("MUG-WHT-2"))).isEmpty();
  }

  @Test
  void of_two_that_saw_the_same_row_one_writes() {
    assertThat(shown.save(row(ACME, 1, 9))).isTrue();
    assertThat(shown.save(row(ACME, 1, 8))).isFalse();
    assertThat(shown.save(row(ACME, 2, 7))).isTrue();
    assertThat(shown.save(row(ACME, 2, 6))).isFalse();
    assertThat(shown.save(row(ACME, 4, 5))).isFalse();
    assertThat(shown.of(MUG)).containsExactly(row(ACME, 2, 7));
  }

  @Test
  void a_row_that_is_not_there_is_not_changed_into_being() {
    assertThat(shown.save(row(ACME, 2, 9))).isFalse();
    assertThat(shown.of(MUG)).isEmpty();
  }

  @Test
  void an_item_of_one_store_says_nothing_of_anothers() {
    shown.name(ACME, "gid://shopify/InventoryItem/1", MUG);
    shown.name(ACME, "gid://shopify/InventoryItem/1", MUG);
    assertThat(shown.skuOf(ACME, "gid://shopify/InventoryItem/1")).contains(MUG);
    assertThat(shown.skuOf(BOLT, "gid://shopify/InventoryItem/1")).isEmpty();
    assertThat(shown.skuOf(ACME, "gid://shopify/InventoryItem/2")).isEmpty();
  }

  private static Shown row(StoreId store, long version, long units) {
    return new Shown(
        store,
        MUG,
        "item-1",
        version,
        NOON,
        new TreeMap<>(Map.of("1", new Place(units, units - 1, NOON), "", new Place(0, -2, NOON))),
        new Unexplained(-1, NOON.minusSeconds(7)),
        new Difference(3, NOON.minusSeconds(70), Shown.What.NOT_COUNTED));
  }
}
