package dev.cutoff.local.shop;

import dev.cutoff.local.EmbeddedAws;
import dev.cutoff.notice.application.DeadLetters;
import java.util.List;

/** The dead letters of the embedded queues. */
record LocalDeadLetters(EmbeddedAws aws) implements DeadLetters {
  @Override
  public List<String> queues() {
    return List.of(
        LocalShop.STORE_QUEUE,
        LocalShop.CUSTOMER_QUEUE,
        LocalShop.STOCK_QUEUE,
        LocalShop.HOT_QUEUE);
  }

  @Override
  public List<DeadLetter> of(String queue) {
    return aws.queues().deadLetters(queue).stream()
        .map(each -> new DeadLetter(each.messageId(), each.receives(), each.body()))
        .toList();
  }

  @Override
  public void replay(String queue) {
    aws.queues().redrive(queue);
  }
}
