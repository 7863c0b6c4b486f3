package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Receipt;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AMerchant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While labels of a carrier or node are stopped, new plans leave it out where they can. */
final class PlansAroundStopsTest {
  private static final String TEE = "TEE-BLK-M";

  private final Playing shop = Playing.backordering(true);

  @Test
  void aStoppedCarrierIsLeftOutAndNotAskedAndTheReceiptSaysWhoStoppedItAndSince() {
    List<String> asked = new ArrayList<>();
    shop.world.carriers.rates(
        "swift",
        (carrier, request) -> {
          asked.add(carrier.id());
          return new RateAnswer.Rates(
              List.of(ScriptedCarriers.quote(carrier.id(), "ground", 900, request, 2)));
        });
    shop.world.on("EAST", TEE, 5);
    stop(Scope.CARRIER, "swift");

    OrderId id = shop.order("1", TEE, 1);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    Shipment.Labelled labelled = labelled(id);
    assertThat(labelled.parcels().getFirst().plan().carrier()).isEqualTo("parcelway");
    assertThat(asked).isEmpty();
    assertThat(told(labelled))
        .filteredOn(each -> each.carrier().equals("swift"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.answered()).isFalse();
          assertThat(each.outcome())
              .isEqualTo(
                  "stopped by ops-lead since %s: wrong prices; planned without it"
                      .formatted(shop.world.clock.instant()));
        });

    shop.world.postage.lift(Scope.CARRIER, "swift");
    assertThat(labelled(shop.order("2", TEE, 1)).parcels().getFirst().plan().carrier())
        .as("once it is lifted")
        .isEqualTo("swift");
  }

  @Test
  void aStoppedNodeIsLeftOutAndItsUnitsGoBack() {
    shop.world.on("EAST", TEE, 5);
    shop.world.on("WEST", TEE, 5);
    OrderId before = shop.order("1", TEE, 1);
    NodeId usual = labelled(before).node();
    stop(Scope.NODE, usual.value());

    OrderId id = shop.order("2", TEE, 1);

    assertThat(labelled(id).node()).isNotEqualTo(usual);
    assertThat(told(labelled(id)))
        .extracting(Receipt.Asked::carrier)
        .contains("node " + usual.value());
  }

  @Test
  void whereNothingElseKeepsThePromiseTheOrderWaitsForTheStopToBeLifted() {
    shop.shop(AMerchant.standard().withoutCarrier("parcelway").build());
    shop.world.on("EAST", TEE, 5);
    stop(Scope.CARRIER, "swift");

    OrderId id = shop.order("1", TEE, 1);

    assertThat(held(id).refusal().reason()).isEqualTo(Reason.POSTAGE_STOPPED);
    Shipment.Planned planned = (Shipment.Planned) shop.order(id).shipments().getFirst();
    assertThat(planned.parcels().getFirst().carrier()).isEqualTo("swift");
    assertThat(shop.world.paper.find(planned.receipt()).orElseThrow().carriers())
        .anySatisfy(each ->
            assertThat(each.outcome())
                .startsWith("stopped by ops-lead since ")
                .endsWith("no plan keeps the promise without it: the label waits"));
  }

  @Test
  void aStoppedStoreIsPlannedAsEver() {
    shop.world.on("EAST", TEE, 5);
    stop(Scope.STORE, "acme");

    OrderId id = shop.order("1", TEE, 1);

    assertThat(held(id).refusal().reason()).isEqualTo(Reason.POSTAGE_STOPPED);
    Shipment.Planned planned = (Shipment.Planned) shop.order(id).shipments().getFirst();
    assertThat(planned.parcels().getFirst().carrier()).isEqualTo("swift");
  }

  private void stop(Scope scope, String id) {
    shop.world.postage.stop(
        new PostageStop(scope, id, "wrong prices", "ops-lead", shop.world.clock.instant()));
  }

  private Shipment.Labelled labelled(OrderId id) {
    return (Shipment.Labelled) shop.order(id).shipments().getFirst();
  }

  private List<Receipt.Asked> told(Shipment.Labelled shipment) {
    return shop.world.paper.find(shipment.receipt()).orElseThrow().carriers();
  }

  private OpenException held(OrderId id) {
    return shop.world.exceptions.of(id).stream()
        .filter(each -> each.resolution() == null)
        .findFirst()
        .orElseThrow();
  }
}
