package dev.cutoff.plan.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.ShippingRules;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the receipt of a plan, and keeps it before the row that names it. */
public final class PlanReceipts {
  private final Receipts receipts;
  private final Merchants merchants;

  @Inject
  public PlanReceipts(Receipts receipts, Merchants merchants) {
    this.receipts = receipts;
    this.merchants = merchants;
  }

  String keep(
      Order order,
      List<Shipment> holders,
      Plan plan,
      PlanFinder.Found found,
      Promise promise,
      Instant now) {
    List<Receipt.Leg> legs = new ArrayList<>();
    for (int i = 0; i < plan.legs().size(); i++) {
      // Of what waits one shipment may hold what goes from several nodes, or several what goes
      // whole.
      legs.add(leg(holders.get(Math.min(i, holders.size() - 1)), plan.legs().get(i)));
    }
    Merchant merchant = merchants.current();
    Problem problem = found.problem();
    double least = merchant.rules().plan().leastChance();
    return receipts.keep(
        new Receipt(
            order.id(),
            now,
            merchant.version(),
            promise,
            legs,
            found.asked(),
            new Candidates(problem, plan, problem.wanted().deliverBy(), least, found.alternatives())
                .all(),
            problem.cut(),
            problem.result().cuts(),
            inputs(found)));
  }

  private static Receipt.Leg leg(Shipment holder, Plan.Leg leg) {
    return new Receipt.Leg(
        holder.id(),
        leg.node(),
        leg.day().cutoff(),
        leg.parcels().stream().map(each -> each.box().id()).toList(),
        leg.cost(),
        leg.chance(),
        leg.components(),
        leg.provisional());
  }

  private static Receipt.Inputs inputs(PlanFinder.Found found) {
    Wanted wanted = found.problem().wanted();
    return new Receipt.Inputs(
        wanted.now(),
        wanted.lines().stream().map(PlanReceipts::line).toList(),
        destination(wanted.to()),
        found.problem().free(),
        found.inbound().isEmpty() ? null : found.inbound());
  }

  private static Receipt.Line line(Wanted.Line line) {
    Map<String, Long> perUnit = new TreeMap<>();
    line.demand().perUnit().forEach((sku, units) -> perUnit.put(sku.value(), units));
    return new Receipt.Line(
        line.demand().lineId(),
        line.demand().sku().value(),
        line.demand().quantity(),
        perUnit,
        line.unitValue(),
        line.grams());
  }

  private static Receipt.Destination destination(Address to) {
    return new Receipt.Destination(
        to.country(),
        to.region(),
        to.city(),
        to.postcode(),
        !to.company().isBlank(),
        ShippingRules.isPostBox(to));
  }
}
