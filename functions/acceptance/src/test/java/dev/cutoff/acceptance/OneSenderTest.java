package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Exactly one tells the customer of each kind of news, the store or Cutoff: the mails of both are
 * counted.
 */
class OneSenderTest {
  private static final String NOTICES =
      "\"notices\": [\"delayed\", \"shipped\", \"out_for_delivery\", \"delivered\"]";

  private @Nullable RunningShop shop;

  @AfterEach
  void close() {
    RunningShop open = shop;
    if (open != null) {
      open.close();
    }
  }

  @Test
  void whatIsAmongTheNoticesCutoffMailsAndTheStoreDoesNot() {
    Mails mails = mailsOfAnOrder(UnaryOperator.identity());

    assertThat(mails.ofCutoff("shipped")).hasSize(1);
    assertThat(mails.ofCutoff("delivered")).hasSize(1);
    assertThat(mails.ofShopify()).isEmpty();
  }

  @Test
  void whatIsNotAmongThemTheStoreMailsAndCutoffDoesNot() {
    Mails mails =
        mailsOfAnOrder(file -> file.replace(NOTICES, "\"notices\": [\"out_for_delivery\"]"));

    assertThat(mails.ofCutoff("shipped")).isEmpty();
    assertThat(mails.ofCutoff("delivered")).isEmpty();
    assertThat(mails.ofCutoff("out_for_delivery")).hasSize(1);
    assertThat(mails.ofShopify()).containsExactly("shipped");
  }

  private record Mails(List<String> ofCutoff, List<String> ofShopify) {
    List<String> ofCutoff(String what) {
      return ofCutoff.stream().filter(name -> name.contains("-" + what + "-")).toList();
    }
  }

  private Mails mailsOfAnOrder(UnaryOperator<String> change) {
    RunningShop open =
        RunningShop.open(Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of(), change);
    shop = open;
    Play play = new Play(open);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order).is(202);
    play.becomes(order.orderId(), "labelled");
    play.isCarried(order.orderId());
    open.pass(Duration.ofMinutes(30));
    return new Mails(
        play.mails(order.orderId()), open.stores().mails(Play.SHOPIFY, order.externalId()));
  }
}
