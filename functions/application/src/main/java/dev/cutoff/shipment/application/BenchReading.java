package dev.cutoff.shipment.application;

import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.DockRules;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.Packed;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.Packing.OnBench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bench said, fitted to what is planned. */
sealed interface BenchReading {
  /** In the order of the plan; those that the bench said nothing of as they were. */
  record Weighed(List<AsPacked> parcels) implements BenchReading {
    public Weighed {
      parcels = List.copyOf(parcels);
    }
  }

  /** It makes no sense, and why. */
  record Wrong(String why) implements BenchReading {}

  /** As it was planned before any bench said otherwise. */
  record Before(String box, long grams, Money cost) {}

  /**
   * A parcel beside its plan.
   *
   * @param bench null where nothing was said of it
   */
  record AsPacked(PlannedParcel plan, @Nullable OnBench bench) {
    String box() {
      String said = bench == null ? null : bench.box();
      return said == null ? plan.box() : said;
    }

    long grams() {
      return bench == null ? plan.weightGrams() : bench.weightGrams();
    }

    Before planned() {
      Packed known = plan.packed();
      return known == null
          ? new Before(plan.box(), plan.weightGrams(), plan.cost())
          : new Before(known.plannedBox(), known.plannedGrams(), known.plannedCost());
    }

    /** Whether the bench said the very same before. */
    boolean isKnown() {
      Packed known = plan.packed();
      return bench == null || (known != null && known.says(grams(), box()));
    }

    /** Whether a label that is, or would be, bought for the plan does not fit it. */
    boolean isOff(DockRules rules) {
      return bench != null
          && (!box().equals(plan.box()) || !rules.tolerates(plan.weightGrams(), grams()));
    }

    /**
     * The plan with what the bench found.
     *
     * @param off it is bought as it is, and not as planned
     * @param replaces id of a label that is voided first
     */
    PlannedParcel packed(boolean off, @Nullable String replaces, Instant at, String by) {
      if (bench == null) {
        return plan;
      }
      Before before = planned();
      Packed found =
          new Packed(grams(), box(), before.grams(), before.box(), before.cost(), at, by, replaces);
      return off ? plan.packedOtherwise(found, false) : plan.packedAsPlanned(found);
    }
  }

  static BenchReading of(List<OnBench> said, List<PlannedParcel> plans, List<Box> boxes) {
    List<AsPacked> parcels = new ArrayList<>();
    int used = 0;
    for (PlannedParcel plan : plans) {
      List<OnBench> mine =
          said.stream()
              .filter(each ->
                  plan.parcelId().equals(each.parcelId())
                      || (each.parcelId() == null && plans.size() == 1))
              .toList();
      used += mine.size();
      if (mine.size() > 1) {
        return new Wrong("parcel " + plan.parcelId() + " is there twice");
      }
      parcels.add(new AsPacked(plan, mine.isEmpty() ? null : mine.getFirst()));
    }
    if (used < said.size() || used == 0) {
      return new Wrong("name its parcels: " + plans.stream().map(PlannedParcel::parcelId).toList());
    }
    for (AsPacked parcel : parcels) {
      if (boxes.stream().noneMatch(box -> box.id().equals(parcel.box()))) {
        return new Wrong("there is no box '" + parcel.box() + "' in the merchant file");
      }
    }
    return new Weighed(parcels);
  }

  /** "2,300 g in M instead of 540 g in S, USD 12.00 instead of USD 9.00". */
  static String words(List<AsPacked> parcels, Shipment.Planned before, Shipment.Planned after) {
    return "%s, %s instead of %s"
        .formatted(
            words(parcels),
            PricingAgain.total(after).display(),
            PricingAgain.total(before).display());
  }

  /** "2,300 g in M instead of 540 g in S". */
  static String words(List<AsPacked> parcels) {
    return String.join(
        "; ",
        parcels.stream()
            .filter(each -> each.bench() != null)
            .map(each ->
                "%,d g in %s instead of %,d g in %s"
                    .formatted(
                        each.grams(), each.box(), each.planned().grams(), each.planned().box()))
            .toList());
  }

  /** The same with prices that the carrier has yet to say. */
  static Shipment.Planned unpriced(Shipment.Planned after) {
    return after.with(
        after.parcels().stream()
            .map(each -> {
              Packed found = each.packed();
              return found == null ? each : each.packedOtherwise(found, true);
            })
            .toList());
  }
}
