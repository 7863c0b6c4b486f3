package dev.cutoff.local.bench.flash;

import dev.cutoff.order.OrderId;
import java.util.List;
import java.util.stream.IntStream;

/** One of the crowd, by the number of the order in the store. */
record Buyer(int number, Basket basket) {
  OrderId orderId() {
    return new OrderId("DTC-" + number);
  }

  static List<Buyer> of(List<Basket> crowd, int firstNumber) {
    return IntStream.range(0, crowd.size())
        .mapToObj(i -> new Buyer(firstNumber + i, crowd.get(i)))
        .toList();
  }
}
