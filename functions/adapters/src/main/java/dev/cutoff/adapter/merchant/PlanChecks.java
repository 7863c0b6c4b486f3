package dev.cutoff.adapter.merchant;

import dev.cutoff.customs.CustomsRules;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the file says of plans, held against the carriers and zones that it names. */
final class PlanChecks {
  private final Set<String> carriers;
  private final List<Mistake> mistakes;

  private PlanChecks(Set<String> carriers, List<Mistake> mistakes) {
    this.carriers = carriers;
    this.mistakes = mistakes;
  }

  static void check(Draft draft, List<Mistake> mistakes) {
    PlanChecks checks =
        new PlanChecks(
            draft.carriers().stream().map(each -> each.value().id()).collect(Collectors.toSet()),
            mistakes);
    draft.nodes().forEach(checks::node);
    checks.placesAreNamedOnce(draft.rules().customs());
    for (Located<Carrier> carrier : draft.carriers()) {
      List<Service> services = carrier.value().services();
      for (int i = 0; i < services.size(); i++) {
        checks.zones(services.get(i), carrier.where().field("services").element(i));
      }
    }
  }

  private void placesAreNamedOnce(CustomsRules customs) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < customs.destinations().size(); i++) {
      for (String place : customs.destinations().get(i).to()) {
        if (!named.add(place)) {
          mistakes.add(
              new Mistake(
                  Where.FILE.field("rules").field("customs").element(i).field("to"),
                  place + " is in two rules of customs: remove one"));
        }
      }
    }
  }

  private void node(Located<Node> node) {
    NodeHours hours = node.value().hours();
    Where where = node.where().field("hours");
    carriersAreKnown(hours.byCarrier(), where);
    for (int i = 0; i < hours.changes().size(); i++) {
      carriersAreKnown(hours.changes().get(i).byCarrier(), where.field("changes").element(i));
    }
  }

  private void carriersAreKnown(Map<String, ?> byCarrier, Where where) {
    for (String carrier : byCarrier.keySet()) {
      if (!carriers.contains(carrier)) {
        mistakes.add(
            new Mistake(
                where.field("byCarrier").field(carrier),
                "is not among the carriers: add the carrier or correct its id"));
      }
    }
  }

  private void zones(Service service, Where where) {
    Set<String> zones =
        service.cards().stream()
            .map(RateCard::zones)
            .flatMap(List::stream)
            .map(Zone::id)
            .collect(Collectors.toSet());
    for (String zone : service.terms().transit().keySet()) {
      if (!zones.contains(zone)) {
        mistakes.add(
            new Mistake(
                where.field("terms").field("transit").field(zone),
                "is not a zone of this service's rate cards: correct its id or remove it"));
      }
    }
  }
}
