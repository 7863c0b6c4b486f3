package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.AskingAll.Read;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.Asked.Heard;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Asks carriers for their rates, all at once under one deadline. What did not come in time, or
 * makes no sense, is a reason in words and never an exception; its place takes the last good quote
 * of the same lane, where there is one.
 */
public final class AskingCarriers {
  /** Of the deadline, for looking up last good quotes once the live answers are in. */
  private static final int RESERVE_PART = 10;

  private static final Duration RESERVE_MOST = Duration.ofMillis(250);

  private final Providers providers;
  private final AskingAll asking;
  private final CarrierHealth health;
  private final KeptQuotes kept;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public AskingCarriers(
      Providers providers,
      AskingAll asking,
      CarrierHealth health,
      KeptQuotes kept,
      Merchants merchants,
      InstantSource clock) {
    this.providers = providers;
    this.asking = asking;
    this.health = health;
    this.kept = kept;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** What one carrier is asked. */
  public record Question(Carrier carrier, RateRequest request) {}

  /**
   * What came of it.
   *
   * @param told for the receipt: "2 rates; left out: air: priced in EUR, not in USD"
   */
  public record Answer(Question question, Outcome outcome, String told) {
    /** The line of the receipt. */
    public Receipt.Asked asked() {
      boolean answered =
          switch (outcome) {
            case Outcome.Quoted quoted -> true;
            case Outcome.NoRates none -> true;
            case Outcome.LastGood old -> false;
            case Outcome.Missing missing -> false;
          };
      return new Receipt.Asked(question.carrier().id(), answered, told);
    }
  }

  /** How a question ended. */
  public sealed interface Outcome {
    /** Prices of now, at least one. */
    record Quoted(List<Quote> quotes) implements Outcome {
      public Quoted {
        quotes = List.copyOf(quotes);
      }
    }

    /** The carrier answered that it has no price for this. */
    record NoRates(String why) implements Outcome {}

    /**
     * No usable answer; this is what it said last.
     *
     * @param quotes at the prices of then, with the dates of the request; what is added for their
     *     age is the planner's business
     */
    record LastGood(List<Quote> quotes, Duration age, String why) implements Outcome {
      public LastGood {
        quotes = List.copyOf(quotes);
      }
    }

    /** No usable answer, and nothing is known from before. */
    record Missing(String why) implements Outcome {}
  }

  /** One answer for each question, in their order. */
  public List<Answer> ask(List<Question> questions, Duration deadline) {
    Instant start = clock.instant();
    String currency = merchants.current().currency();
    List<Asked> all =
        questions.stream()
            .map(question -> Asked.of(question, providers, health, currency, clock))
            .toList();
    try {
      hear(all, deadline.minus(reserve(deadline)));
      return answers(all, start, deadline.minus(Duration.between(start, clock.instant())));
    } finally {
      all.forEach(Asked::settle);
    }
  }

  private static Duration reserve(Duration deadline) {
    Duration part = deadline.dividedBy(RESERVE_PART);
    return part.compareTo(RESERVE_MOST) < 0 ? part : RESERVE_MOST;
  }

  private void hear(List<Asked> all, Duration live) {
    List<Asked> let = all.stream().filter(Asked::isLet).toList();
    List<Read<Heard>> reads = let.stream().map(each -> each.read(live)).toList();
    List<AskingAll.Answer<Heard>> answers = asking.askReads(reads, live);
    for (int i = 0; i < let.size(); i++) {
      let.get(i).heard(answers.get(i));
    }
  }

  /** What is missing is looked up and what is new is kept, in what is left of the deadline. */
  private List<Answer> answers(List<Asked> all, Instant now, Duration left) {
    List<Callable<Optional<KeptQuotes.Found>>> errands =
        all.stream()
            .<Callable<Optional<KeptQuotes.Found>>>map(each -> () -> errand(each, now))
            .toList();
    boolean any = all.stream().anyMatch(Asked::hasErrand);
    List<AskingAll.Answer<Optional<KeptQuotes.Found>>> found =
        any ? asking.ask(errands, left.isNegative() ? Duration.ZERO : left) : List.of();
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      // Where the table does not answer, there is no last good quote: the plan goes on without.
      boolean there =
          any && found.get(i) instanceof AskingAll.Answer.Answered<Optional<KeptQuotes.Found>>;
      answers.add(all.get(i).answer(there ? value(found.get(i)) : Optional.empty()));
    }
    return List.copyOf(answers);
  }

  private static Optional<KeptQuotes.Found> value(
      AskingAll.Answer<Optional<KeptQuotes.Found>> answer) {
    return switch (answer) {
      case AskingAll.Answer.Answered<Optional<KeptQuotes.Found>> answered -> answered.value();
      case AskingAll.Answer.TimedOut<Optional<KeptQuotes.Found>> late -> Optional.empty();
      case AskingAll.Answer.Failed<Optional<KeptQuotes.Found>> failed -> Optional.empty();
    };
  }

  private Optional<KeptQuotes.Found> errand(Asked asked, Instant now) {
    if (!asked.hasErrand()) {
      return Optional.empty();
    }
    Question question = asked.question();
    List<Quote> fresh = asked.quotes();
    if (fresh.isEmpty()) {
      return kept.find(question.carrier(), question.request(), now);
    }
    kept.keep(question.carrier(), question.request(), fresh, now);
    return Optional.empty();
  }
}
