package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.AskingAll.Read;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.plan.application.AskingCarriers.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One question to a carrier on its way: whether it may be asked, what it said, what is told of it.
 */
final class Asked {
  private final Question question;
  private final Optional<CarrierProvider> provider;
  private final CarrierHealth.Seen seen;
  private final Breaker.Permit permit;
  private final String currency;
  private final InstantSource clock;
  private final Instant asked;
  private Heard heard = new Heard.Nothing("was never asked");
  private boolean settled;

  /** What came, looked at. */
  sealed interface Heard {
    record Rates(List<Quote> quotes, List<String> leftOut) implements Heard {}

    /** The carrier has no price for this. */
    record None(String why) implements Heard {}

    /** No answer, or none that can be used. */
    record Nothing(String why) implements Heard {}
  }

  private Asked(
      Question question,
      Optional<CarrierProvider> provider,
      CarrierHealth.Seen seen,
      String currency,
      InstantSource clock) {
    this.question = question;
    this.provider = provider;
    this.seen = seen;
    this.currency = currency;
    this.clock = clock;
    this.asked = clock.instant();
    this.permit =
        isLive() && provider.isPresent() ? seen.breaker().ask(asked) : new Breaker.Permit.Granted();
  }

  static Asked of(
      Question question,
      Providers providers,
      CarrierHealth health,
      String currency,
      InstantSource clock) {
    CarrierHealth.Seen seen = health.of(question.carrier().id(), Operation.RATES);
    Asked asked = new Asked(question, providers.find(question.carrier()), seen, currency, clock);
    if (asked.provider.isEmpty()) {
      asked.heard =
          new Heard.Nothing("nobody speaks to provider '" + question.carrier().provider() + "'");
    } else if (asked.permit instanceof Breaker.Permit.Refused refused) {
      asked.heard =
          new Heard.Nothing("not asked before %s: %s".formatted(refused.until(), refused.why()));
    }
    return asked;
  }

  Question question() {
    return question;
  }

  boolean isLet() {
    return provider.isPresent() && !(permit instanceof Breaker.Permit.Refused);
  }

  /** A probe goes alone, and one that failed just now is not worth a second call. */
  Read<Heard> read(Duration live) {
    if (!isLive() || permit instanceof Breaker.Permit.Probe) {
      return Read.once(this::hear);
    }
    seen.hedging().asked();
    Duration delay = seen.hedging().delay();
    if (delay.compareTo(live) >= 0) {
      return Read.once(this::hear);
    }
    return new Read<>(this::hear, delay, () -> seen.breaker().healthy() && seen.hedging().take());
  }

  /** What looks at the answer runs where the question was asked: a surprise in it harms nobody. */
  private Heard hear() {
    RateAnswer answer = provider.orElseThrow().rates(question.carrier(), question.request());
    Heard now =
        switch (answer) {
          case RateAnswer.NoRates none -> new Heard.None(none.why());
          case RateAnswer.Rates rates when rates.quotes().isEmpty() ->
              new Heard.None("has no price for " + RateAnswers.what(question.request()));
          case RateAnswer.Rates rates -> judged(rates.quotes());
        };
    seen.hedging().answered(Duration.between(asked, clock.instant()));
    return now;
  }

  private Heard judged(List<Quote> quotes) {
    RateAnswers.Judged judged =
        RateAnswers.judge(quotes, question.carrier(), question.request(), currency);
    return judged.usable().isEmpty()
        ? new Heard.Nothing("nothing usable: " + String.join("; ", judged.leftOut()))
        : new Heard.Rates(judged.usable(), judged.leftOut());
  }

  void heard(AskingAll.Answer<Heard> answer) {
    settled = true;
    switch (answer) {
      case AskingAll.Answer.Answered<Heard> answered -> {
        heard = answered.value();
        seen.breaker().succeeded(permit);
      }
      case AskingAll.Answer.TimedOut<Heard> late ->
          failed("no answer within " + late.deadline().toMillis() + " ms", false);
      case AskingAll.Answer.Failed<Heard> failed -> {
        if (failed.cause() instanceof NoAnswer none) {
          failed(none.told(), none.notLetIn());
        } else {
          // The message may hold what a stranger sent: the class says enough.
          failed("failed: " + failed.cause().getClass().getSimpleName(), false);
        }
      }
    }
  }

  private void failed(String why, boolean atOnce) {
    heard = new Heard.Nothing(why);
    if (isLive()) {
      seen.breaker().failed(permit, clock.instant(), why, atOnce);
    }
  }

  /** Whether there is something to look up or to keep. */
  boolean hasErrand() {
    return isLive() && !(heard instanceof Heard.None);
  }

  private boolean isLive() {
    return provider.map(CarrierProvider::isLive).orElse(true);
  }

  List<Quote> quotes() {
    return heard instanceof Heard.Rates rates ? rates.quotes() : List.of();
  }

  Answer answer(Optional<KeptQuotes.Found> found) {
    return switch (heard) {
      case Heard.Rates rates ->
          new Answer(question, new Outcome.Quoted(rates.quotes()), told(rates));
      case Heard.None none ->
          new Answer(question, new Outcome.NoRates(none.why()), "no rates: " + none.why());
      case Heard.Nothing nothing -> instead(found, nothing.why());
    };
  }

  private static String told(Heard.Rates rates) {
    int number = rates.quotes().size();
    String all = number == 1 ? "1 rate" : number + " rates";
    return rates.leftOut().isEmpty()
        ? all
        : all + "; left out: " + String.join("; ", rates.leftOut());
  }

  /** Services and currency may have changed since: what was good then is looked at again. */
  private Answer instead(Optional<KeptQuotes.Found> found, String why) {
    List<Quote> good =
        found
            .map(old ->
                RateAnswers.judge(old.quotes(), question.carrier(), question.request(), currency)
                    .usable())
            .orElse(List.of());
    if (good.isEmpty()) {
      return new Answer(question, new Outcome.Missing(why), why);
    }
    Duration age = found.orElseThrow().age();
    return new Answer(
        question,
        new Outcome.LastGood(good, age, why),
        "%s; %d last good rates, %d h old".formatted(why, good.size(), age.toHours()));
  }

  /** However the asking ended: a probe that brought nothing back leaves the next one free. */
  void settle() {
    if (!settled && isLet()) {
      seen.breaker().gaveUp(permit);
    }
  }
}
