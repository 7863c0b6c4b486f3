package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Node, carrier and day are chosen together, and the receipt says why. */
@ExtendWith(Shops.class)
class PlanTest {
  /** East DC is nearer; Central DC is in the same zone, and its handling costs a quarter less. */
  @Test
  void theUnitsMoveFromTheNearestNodeToTheOneThatIsCheaperAllInAll(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order =
        AShopifyOrder.number(1001)
            .line("TEE-BLK-M", 1, 2400)
            .to("1 Example Avenue", "Roanoke", "VA", "24011");
    play.places(order).is(202);

    JsonNode labelled = play.becomes(order.orderId(), "labelled");

    assertThat(labelled.path("shipments"))
        .singleElement()
        .satisfies(shipment -> assertThat(shipment.path("node").asText()).isEqualTo("CENTRAL"));
    assertThat(play.stock("TEE-BLK-M"))
        .allSatisfy(level ->
            assertThat(level.path("reserved").asLong())
                .as(level.path("node").asText())
                .isEqualTo(level.path("node").asText().equals("CENTRAL") ? 1 : 0));
    JsonNode receipt =
        shop.api().get("/orders/" + order.orderId() + "/receipt").is(200).json().path("items");
    assertThat(receipt).hasSize(1);
    assertThat(receipt.at("/0/cut"))
        .as("the nearer node, which can't be had for less than what was chosen")
        .anySatisfy(each -> {
          assertThat(each.path("nodes").asText()).isEqualTo("EAST");
          assertThat(each.at("/atLeast/amount").asLong())
              .isGreaterThan(receipt.at("/0/candidates/0/cost/amount").asLong());
        });
  }
}
