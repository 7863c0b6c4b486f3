package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.Reservation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there waits for what is inbound, where that is cheaper and keeps the promise. */
final class WaitingForRestTest {
  private static final String TEE = "TEE-BLK-M";

  private final Playing shop = Playing.backordering(true);

  @BeforeEach
  void oneIsThere() {
    shop.world.carriers.byCard();
    shop.world.on("EAST", TEE, 1);
  }

  @Test
  void whatIsThereWaitsForUnitsThatComeInTimeAndGoesWithThemInOneParcel() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 3);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.RESERVED);
    assertThat(kept(id)).containsExactly(LocalDate.parse("2026-11-25"));
    assertThat(shop.world.orders.timeline(id))
        .extracting(TimelineEntry::what)
        .contains("waits for the rest of it, until 2026-11-25");
    assertThat(why(id))
        .matches("together USD \\S+, now and then USD \\S+, and the promise is kept");
    assertThat(shop.world.carriers.sold()).isEmpty();

    var _ = shop.receive("PO-1", "r1", 5, 0);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.order(id).openShipments()).hasSize(1);
    assertThat(shop.world.carriers.sold()).hasSize(1);
    assertThat(held(id)).isEqualTo(3);
    assertThat(shop.world.backorders.all()).isEmpty();
  }

  @Test
  void whatIsThereGoesAtOnceWhereTheRestWouldComeTooLateForThePromise() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-28");
    OrderId id = shop.order("1", TEE, 3);

    assertThat(shop.order(id).openShipments()).hasOnlyElementsOfType(Shipment.Labelled.class);
    assertThat(shop.order(id).waits()).isTrue();
    assertThat(held(id)).isEqualTo(1);
  }

  @Test
  void whatIsThereGoesAtOnceWhereOthersWerePromisedWhatComes() {
    OrderId first = shop.order("1", TEE, 4);
    var _ = shop.promise("PO-1", TEE, 3, "2026-11-24");
    shop.world.on("WEST", TEE, 1);
    OrderId second = shop.order("2", TEE, 2);

    assertThat(shop.order(first).waits()).isTrue();
    assertThat(kept(second)).isEmpty();
  }

  @Test
  void aSupplierWhoIsLateCostsThePromiseOfNothingThatIsThere() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 3);
    assertThat(kept(id)).hasSize(1);

    shop.later(Duration.ofHours(30));
    assertThat(shop.order(id).state()).as("still the day before").isEqualTo(OrderState.RESERVED);
    shop.later(Duration.ofHours(12));

    assertThat(shop.order(id).openShipments())
        .singleElement()
        .isInstanceOf(Shipment.Labelled.class);
    Shipment.Labelled labelled = (Shipment.Labelled) shop.order(id).openShipments().getFirst();
    assertThat(labelled.parcels().getFirst().plan().deliveryDate())
        .isBeforeOrEqualTo(Objects.requireNonNull(shop.order(id).promise()).deliverBy());
    assertThat(shop.order(id).waits()).isTrue();

    var _ = shop.receive("PO-1", "r1", 5, 0);
    assertThat(shop.order(id).openShipments()).hasSize(2);
    assertThat(held(id)).isEqualTo(3);
  }

  @Test
  void aCancellationGivesBackWhatWaited() {
    var _ = shop.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = shop.order("1", TEE, 3);

    var _ = shop.world.cancelling.cancel(id, "person", "no");
    shop.settle();

    assertThat(shop.order(id).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(held(id)).isZero();
    assertThat(shop.world.backorders.all()).isEmpty();
  }

  @Test
  void whereOrdersAreKeptTogetherAnywayNothingIsThereThatWaits() {
    Playing together = Playing.backordering(false);
    together.world.on("EAST", TEE, 1);
    var _ = together.promise("PO-1", TEE, 5, "2026-11-24");
    OrderId id = together.order("1", TEE, 3);

    assertThat(together.order(id).openShipments()).isEmpty();
  }

  private List<LocalDate> kept(OrderId id) {
    return shop.order(id).openShipments().stream()
        .filter(Shipment.Reserved.class::isInstance)
        .map(Shipment.Reserved.class::cast)
        .flatMap(each -> Optional.ofNullable(each.notBefore()).stream())
        .toList();
  }

  private String why(OrderId id) {
    return shop.world.orders.timeline(id).stream()
        .filter(each -> each.what().startsWith("waits for the rest"))
        .map(TimelineEntry::why)
        .findFirst()
        .orElseThrow();
  }

  private long held(OrderId id) {
    return shop.world.stock.reservations(id).stream()
        .filter(each -> each.state().holds())
        .mapToLong(Reservation::quantity)
        .sum();
  }
}
