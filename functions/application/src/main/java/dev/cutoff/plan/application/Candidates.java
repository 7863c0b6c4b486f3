package dev.cutoff.plan.application;

import dev.cutoff.money.Money;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.Split;
import dev.cutoff.plan.Way;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The candidates of a choice as the receipt tells them: what each cost, and why it lost. */
final class Candidates {
  private static final int MOST = 120;
  private static final double HUNDRED = 100.0;

  private final Problem problem;
  private final Plan chosen;
  private final LocalDate deliverBy;
  private final double leastChance;
  private final List<Alternative> alternatives;

  /**
   * Makes it.
   *
   * @param alternatives ways beside those of the problem
   */
  Candidates(
      Problem problem,
      Plan chosen,
      LocalDate deliverBy,
      double leastChance,
      List<Alternative> alternatives) {
    this.problem = problem;
    this.chosen = chosen;
    this.deliverBy = deliverBy;
    this.leastChance = leastChance;
    this.alternatives = List.copyOf(alternatives);
  }

  /** The cheapest first. */
  List<Receipt.Candidate> all() {
    Stream<Receipt.Candidate> services =
        chosen.legs().size() == 1
            ? problem.splits().stream()
                .map(Search.Looked::split)
                .filter(split -> split.legs().size() == 1)
                .flatMap(this::services)
            : Stream.empty();
    Stream<Receipt.Candidate> splits =
        problem.splits().stream()
            .filter(each -> chosen.legs().size() > 1 || each.split().legs().size() > 1)
            .flatMap(each -> split(each).stream());
    List<Receipt.Candidate> all = new ArrayList<>(Stream.concat(services, splits).toList());
    alternatives.forEach(each -> all.add(of(each)));
    if (all.stream().noneMatch(Receipt.Candidate::chosen)) {
      // A late one: it was found for another day.
      all.add(candidate(chosen, true, "the first day that can be kept; late was accepted", null));
    }
    all.sort(
        Comparator.comparing(Receipt.Candidate::chosen)
            .reversed()
            .thenComparing(Receipt.Candidate::cost)
            .thenComparing(Receipt.Candidate::nodes)
            .thenComparing(Receipt.Candidate::shipDate));
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /** All services and days of a node that has everything. */
  private Stream<Receipt.Candidate> services(Split split) {
    Split.Leg at = split.legs().getFirst();
    return problem.ways(at.node(), at.parts()).stream()
        .map(way -> of(new Plan(List.of(problem.leg(at, way)), money(way), way.chance())));
  }

  private Optional<Receipt.Candidate> split(Search.Looked looked) {
    return looked.found().map(problem::plan).or(() -> problem.surest(looked.split())).map(this::of);
  }

  private Money money(Way way) {
    return Money.of(way.cost(), chosen.cost().currency());
  }

  private Receipt.Candidate of(Plan plan) {
    boolean won = plan.equals(chosen);
    return candidate(plan, won, won ? cheapest() : why(plan), null);
  }

  private String cheapest() {
    return "cheapest that arrives by " + deliverBy;
  }

  private Receipt.Candidate of(Alternative other) {
    LocalDate until = other.waitsUntil();
    String waits = until == null ? "" : "waits for inbound units until " + until + ": ";
    Money dearer = other.plan().cost().minus(chosen.cost());
    String why =
        other.chosen()
            ? cheapest()
            : other.why().isEmpty()
                ? why(other.plan())
                : dearer.isNegative()
                    ? "cheaper by %s, and %s"
                        .formatted(chosen.cost().minus(other.plan().cost()).display(), other.why())
                    : other.why();
    return candidate(other.plan(), other.chosen(), waits + why, until);
  }

  private String why(Plan plan) {
    if (plan.chance() < leastChance) {
      return plan.deliveryDate().isAfter(deliverBy)
          ? "too late: arrives " + plan.deliveryDate() + ", promised " + deliverBy
          : "too unsure: %.1f %% arrive by %s, %.0f %% are needed"
              .formatted(plan.chance() * HUNDRED, deliverBy, leastChance * HUNDRED);
    }
    Money dearer = plan.cost().minus(chosen.cost());
    return dearer.isNegative() || dearer.isZero()
        ? "not better: by " + problem.strategy().name().toLowerCase(java.util.Locale.ROOT)
        : "dearer by " + dearer.display();
  }

  private static Receipt.Candidate candidate(
      Plan plan, boolean chosen, String why, @Nullable LocalDate waitsUntil) {
    return new Receipt.Candidate(
        plan.nodes(),
        joined(plan, Plan.Leg::carrier),
        joined(plan, Plan.Leg::service),
        plan.legs().stream()
            .flatMap(leg -> leg.parcels().stream().map(each -> each.box().id()))
            .toList(),
        plan.cost(),
        plan.legs().stream().flatMap(leg -> leg.components().stream()).toList(),
        plan.legs().getFirst().day().date(),
        plan.deliveryDate(),
        plan.chance(),
        chosen,
        why,
        waitsUntil);
  }

  private static String joined(Plan plan, java.util.function.Function<Plan.Leg, String> of) {
    return String.join(" + ", plan.legs().stream().map(of).toList());
  }
}
