package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.plan.Search;
import dev.cutoff.plan.Split;
import dev.cutoff.plan.Way;
import dev.cutoff.plan.application.AskingCarriers.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The questions whose answers can change the choice. The rate card of a carrier that is asked live
 * is a bound of its price: where even that is no better than a plan whose price is known, nobody
 * has to be asked.
 */
final class LiveRound {
  /** Splits whose legs are asked for. */
  static final int MOST_SPLITS = 4;

  /** Questions at once. */
  private static final int MOST = 24;

  private final Map<Subject, RateRequest> subjects = new LinkedHashMap<>();
  private final Set<Question> questions = new LinkedHashSet<>();

  private record Subject(Offer offer, List<Packing.Parcel> parcels) {}

  /**
   * Collects them.
   *
   * @param bounds with every carrier at its card
   * @param known score of the best plan of carriers that need not be asked; {@link
   *     dev.cutoff.plan.Ways#NEVER} where none is
   */
  LiveRound(Problem bounds, long known, Predicate<String> isLive) {
    bounds.splits().stream()
        .filter(each -> each.found().isPresent())
        .sorted(
            Comparator.comparingLong((Search.Looked each) -> each.found().orElseThrow().score()))
        .limit(MOST_SPLITS)
        .forEach(each -> add(bounds, each, known, isLive));
  }

  private void add(Problem bounds, Search.Looked looked, long known, Predicate<String> isLive) {
    Search.Found found = looked.found().orElseThrow();
    for (int i = 0; i < found.ways().size(); i++) {
      Split.Leg leg = looked.split().legs().get(i);
      long others = found.score() - found.ways().get(i).score();
      for (Way way : bounds.sure(leg)) {
        Offer offer = bounds.offer(leg, way);
        if (isLive.test(offer.carrier().id())
            && others + way.score() < known
            && questions.size() < MOST) {
          List<Packing.Parcel> parcels = bounds.parcels(leg, way);
          RateRequest request =
              LivePrices.request(
                  offer,
                  parcels,
                  bounds.extras(leg.parts(), parcels),
                  bounds.wanted(),
                  bounds.origin(leg));
          subjects.put(new Subject(offer, parcels), request);
          questions.add(new Question(offer.carrier(), request));
        }
      }
    }
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  /** Tells prices which question was about what. */
  void tell(LivePrices prices) {
    subjects.forEach(
        (subject, request) -> prices.about(subject.offer(), subject.parcels(), request));
  }
}
