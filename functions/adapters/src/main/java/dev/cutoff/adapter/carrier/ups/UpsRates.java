package dev.cutoff.adapter.carrier.ups;

import dev.cutoff.adapter.carrier.ups.UpsApi.Reply;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Asks UPS for prices: different parcels at once, like ones together. */
final class UpsRates {
  /** Who asks has a shorter deadline; this one only bounds those left behind. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final UpsApi api;
  private final AskingAll asking;
  private final InstantSource clock;

  UpsRates(UpsApi api, AskingAll asking, InstantSource clock) {
    this.api = api;
    this.asking = asking;
    this.clock = clock;
  }

  /** UPS's word on one parcel. */
  sealed interface Outcome {
    record Priced(List<Rated> services) implements Outcome {}

    /** It has no price for this, in UPS's words. */
    record None(String why) implements Outcome {}
  }

  RateAnswer rates(Carrier carrier, CarrierAccount account, RateRequest request) {
    List<ParcelSpec> parcels = request.parcels().stream().distinct().toList();
    if (parcels.isEmpty()) {
      throw new IllegalArgumentException("rates are asked for a parcel at least");
    }
    List<Outcome> outcomes =
        ask(
            parcels.stream()
                .<Callable<Outcome>>map(parcel ->
                    () ->
                        ask(
                            new RateQuestion(
                                request.from(),
                                request.to(),
                                parcel,
                                request.shipDate(),
                                account,
                                null),
                            false))
                .toList());
    Map<ParcelSpec, List<Rated>> priced = new HashMap<>();
    for (int i = 0; i < parcels.size(); i++) {
      switch (outcomes.get(i)) {
        case Outcome.None none -> {
          return new RateAnswer.NoRates(carrier.name() + ": " + none.why());
        }
        case Outcome.Priced some -> priced.put(parcels.get(i), some.services());
      }
    }
    List<List<Rated>> each = request.parcels().stream().map(priced::get).toList();
    var quotes = new Quotes(carrier, account, request.shipDate()).of(each);
    return quotes.isEmpty()
        ? new RateAnswer.NoRates(carrier.name() + ": " + without(each))
        : new RateAnswer.Rates(quotes);
  }

  private static String without(List<List<Rated>> each) {
    Set<String> sold =
        each.getFirst().stream().map(Rated::service).collect(Collectors.toCollection(TreeSet::new));
    return sold.isEmpty()
        ? "has no price for this parcel"
        : "sells none of the services that the merchant file has for it, only "
            + String.join(", ", sold);
  }

  /** The price of one parcel. */
  Outcome ask(RateQuestion question, boolean test) {
    var body = question.body();
    Reply answer =
        api.read(
            question.account(),
            test,
            UpsApi.Question.post(
                question.path(),
                References.ofQuestion(question.path() + body, clock.millis()),
                body));
    if (!answer.isYes()) {
      UpsErrors errors = answer.errors();
      if (errors.isEmpty()) {
        throw answer.none();
      }
      return new Outcome.None(errors.told());
    }
    if (!answer.body().path("RateResponse").isObject()) {
      throw NoAnswer.garbled();
    }
    var listed = answer.body().path("RateResponse").path("RatedShipment");
    List<Rated> services = Rated.all(answer.body());
    if (services.isEmpty() && listed.size() > 0) {
      throw NoAnswer.garbled();
    }
    return new Outcome.Priced(services);
  }

  private <T> List<T> ask(List<Callable<T>> questions) {
    return asking.ask(questions, PATIENCE).stream().map(UpsRates::value).toList();
  }

  private static <T> T value(AskingAll.Answer<T> answer) {
    return switch (answer) {
      case AskingAll.Answer.Answered<T> answered -> answered.value();
      case AskingAll.Answer.TimedOut<T> late -> throw NoAnswer.unreachable();
      case AskingAll.Answer.Failed<T> failed ->
          throw failed.cause() instanceof RuntimeException known
              ? known
              : new IllegalStateException("a rate could not be asked for", failed.cause());
    };
  }
}
