package dev.cutoff.plan.application;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.plan.Receipt;
import dev.cutoff.stock.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What carriers have to offer by their cards, as the receipt tells it. */
final class CardWords {
  private static final int MOST_REASONS = 6;

  private CardWords() {}

  /** Some parts, as bits, and a service for them from a node. */
  record Subject(String carrier, String service, NodeId node, long parts) {}

  /**
   * One line a carrier.
   *
   * @param refusals why services are not for some parts; empty where they are
   */
  static List<Receipt.Asked> of(
      List<Carrier> carriers,
      List<Origin> origins,
      List<Offers.NotServed> notServed,
      Map<Subject, Optional<String>> refusals) {
    return carriers.stream()
        .map(carrier -> {
          long services =
              origins.stream()
                  .flatMap(origin -> origin.offers().stream())
                  .filter(each -> each.carrier().equals(carrier))
                  .map(each -> each.service().id())
                  .distinct()
                  .count();
          String not =
              Stream.concat(away(carrier, notServed), forbidden(carrier, refusals))
                  .distinct()
                  .limit(MOST_REASONS)
                  .map(why -> "; " + why)
                  .collect(Collectors.joining());
          return new Receipt.Asked(
              carrier.id(), true, services + " services by its rate card" + not);
        })
        .toList();
  }

  private static Stream<String> away(Carrier carrier, List<Offers.NotServed> notServed) {
    return notServed.stream()
        .filter(each -> each.carrier().equals(carrier.id()))
        .map(each -> each.service() + ": " + each.why());
  }

  private static Stream<String> forbidden(
      Carrier carrier, Map<Subject, Optional<String>> refusals) {
    return refusals.entrySet().stream()
        .filter(each -> each.getKey().carrier().equals(carrier.id()))
        .flatMap(each -> each.getValue().stream().map(why -> each.getKey().service() + ": " + why));
  }
}
