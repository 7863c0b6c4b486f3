package dev.cutoff.adapter.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Merchant.OpeningStock;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo's orders depend on these. */
final class ExampleShopTest {
  private static final Set<String> FITS_NO_BOX = Set.of("BOARD-FOAM");
  private final Merchant shop = ExampleShop.merchant();

  @Test
  void threeNodesStandInThreeTimeZones() {
    assertThat(shop.nodes()).hasSize(3);
    assertThat(shop.nodes().values().stream().map(Node::zone).distinct()).hasSize(3);
    Node east = shop.node(new NodeId("EAST"));
    assertThat(east.name()).isEqualTo("East DC");
    assertThat(east.cutoffs())
        .containsEntry(DayOfWeek.TUESDAY, LocalTime.of(16, 0))
        .containsEntry(DayOfWeek.SATURDAY, LocalTime.NOON)
        .doesNotContainKey(DayOfWeek.SUNDAY);
  }

  @Test
  void itemsAreWhatTheOrdersNeed() {
    assertThat(shop.items()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(item("TEE-BLK-M").value()).isEqualTo(Money.of(2400, "USD"));
    assertThat(item("MUG-01").weightGrams()).isPositive();
    assertThat(item("GIFT-50").requiresShipping()).isFalse();
    assertThat(item("POSTER-XL").weightGrams()).isNull();
    assertThat(item("SAMPLER-BOX").hsCode()).isNull();
  }

  @Test
  void stockIsWhereTheOrdersNeedIt() {
    assertThat(stock("LAMP-ONE")).isEqualTo(Map.of("CENTRAL", 1L));
    assertThat(stock("MAPLE-SYRUP").keySet()).containsExactly("EAST");
    assertThat(stock("SURF-WAX").keySet()).containsExactly("WEST");
    assertThat(stock("CALENDAR-27")).isEmpty();
    assertThat(stock("TEE-BLK-M")).hasSize(3);
  }

  @Test
  void kitsShareTheirComponentsWithSingleItems() {
    assertThat(shop.kits()).hasSize(2);
    for (Kit kit : shop.kits().values()) {
      assertThat(shop.items().keySet()).containsAll(kit.components().keySet());
    }
  }

  @Test
  void everyItemFitsABoxButTheOneThatIsMeantNotTo() {
    assertThat(shop.boxes()).hasSize(6);
    for (Item item : shop.items().values()) {
      if (item.requiresShipping()) {
        List<String> boxes =
            shop.boxes().stream().filter(box -> ShopChecks.holds(box, item)).map(Box::id).toList();
        assertThat(boxes.isEmpty())
            .as("%s fits %s", item.sku(), boxes)
            .isEqualTo(FITS_NO_BOX.contains(item.sku().value()));
      }
    }
  }

  @Test
  void everyBoxIsTheSmallestForSomething() {
    Set<String> smallest =
        shop.items().values().stream()
            .flatMap(item -> shop.boxes().stream().filter(b -> ShopChecks.holds(b, item)).limit(1))
            .map(Box::id)
            .collect(Collectors.toSet());
    assertThat(smallest).containsExactlyInAnyOrder("ENV", "S", "M", "L", "XL", "TUBE");
  }

  @Test
  void everyBarcodeHasItsCheckDigit() {
    for (Item item : shop.items().values()) {
      if (item.requiresShipping()) {
        assertThat(item.barcode()).matches("\\d{12,13}");
        assertThat(Gtin.hasRightCheckDigit(item.barcode())).isTrue();
      }
    }
  }

  @Test
  void threeCarriersHaveCardsForThisYearAndTheNext() {
    assertThat(shop.carriers()).containsOnlyKeys("swift", "parcelpost", "metro");
    for (Carrier carrier : shop.carriers().values()) {
      assertThat(carrier.services()).hasSizeGreaterThan(1);
      for (Carrier.Service service : carrier.services()) {
        assertThat(service.cards()).hasSize(2);
        assertThat(service.cards().getFirst().until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(service.cards().getLast().until()).isNull();
      }
    }
  }

  @Test
  void postageIsPlausible() {
    Carrier.RateCard card =
        Objects.requireNonNull(shop.carriers().get("swift"))
            .services()
            .getFirst()
            .cards()
            .getFirst();
    Carrier.Zone far = card.zones().get(6);
    assertThat(far.id()).isEqualTo("8");
    assertThat(far.prices().get(750L)).isEqualTo(Money.of(890, "USD"));
    assertThat(far.transitDays()).isEqualTo(5);
  }

  @Test
  void someCarrierShipsAbroad() {
    Set<String> served =
        shop.carriers().values().stream()
            .flatMap(carrier -> carrier.services().stream())
            .flatMap(service -> service.countries().stream())
            .collect(Collectors.toSet());
    assertThat(served).contains("US", "CA", "GB", "DE", "JP", "AU");
  }

  @Test
  void theVersionIsThatOfTheBytes() {
    assertThat(shop.version()).matches("[0-9a-f]{12}");
    assertThat(ExampleShop.merchant().version()).isEqualTo(shop.version());
    assertThat(MerchantFile.version(ExampleShop.with("\"Acme\"", "\"Acme \"")))
        .isNotEqualTo(shop.version());
  }

  private Item item(String sku) {
    return shop.item(new Sku(sku)).orElseThrow();
  }

  private Map<String, Long> stock(String sku) {
    return shop.openingStock().stream()
        .filter(count -> count.sku().value().equals(sku))
        .collect(Collectors.toMap(count -> count.node().value(), OpeningStock::count));
  }
}
