package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator asks for besides single orders. */
@ExtendWith(Shops.class)
final class OperatorsViewTest {

  @Test
  void theOrdersOfOneStoreAreThoseOfThatStore(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder one = AShopifyOrder.number(90601).line("MUG-01", 1, 1250);
    AWooOrder other = AWooOrder.number(90602).line("MUG-01", 1, 1250);
    play.places(one).is(202);
    play.places(other).is(202);
    play.becomes(one.orderId(), "labelled");
    play.becomes(other.orderId(), "labelled");

    assertThat(shop.api().all("/orders?storeId=" + Play.SHOPIFY))
        .singleElement()
        .extracting((JsonNode order) -> order.path("orderId").asText())
        .isEqualTo(one.orderId());
  }

  @Test
  void deadLettersOfEitherQueueCanBeSentAgainAlsoWhereThereAreNone(Shop shop) {
    for (String queue :
        new String[] {"store-updates", "customer-notices", "stock-changes", "hot-reservations"}) {
      shop.api().post("/deadletters/replay", Map.of("queue", queue)).is(200);
    }
    assertThat(shop.api().all("/deadletters")).isEmpty();
  }
}
