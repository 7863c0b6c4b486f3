package dev.cutoff.adapter.carrier.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.carrier.contract.Asking.Ended;
import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.PickupAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a provider does whose carrier is reached over a network that fails in every way. A subclass
 * brings the carrier, true or played, with a ledger of its own.
 */
public abstract class CarrierContract extends ProviderContract {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private FaultProxy proxy;

  /** Where the carrier listens; starts it where it does not run. */
  protected abstract URI upstream();

  /**
   * A provider that asks no longer than that.
   *
   * @param limit for one question to the carrier
   */
  protected abstract CarrierProvider provider(Duration limit, InstantSource time);

  /** The carrier of the merchant file, with its account at that address. */
  protected abstract Carrier carrier(URI base);

  /** What lets us in; longer than a few letters, so that it is nothing else by chance. */
  protected abstract String secret();

  /** Whether this is the very request after whose answer a label is paid. */
  protected abstract boolean buys(Request request);

  protected abstract boolean asksRates(Request request);

  protected abstract boolean voids(Request request);

  /** Whether its answer holds the label's document. */
  protected boolean sendsLabel(Request request) {
    return buys(request);
  }

  /** The carrier's answer with a document in it that is not of the format that was asked for. */
  protected abstract byte[] withAnotherDocument(byte[] answer);

  /** How the carrier says no to a request that makes no sense, in these words. */
  protected abstract Fault complaint(String words);

  /** The carrier's answer with other prices. */
  protected byte[] inEuro(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8)
        .replace("USD", "EUR")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** More than an answer takes on a busy machine; each question that hangs takes as long. */
  protected Duration limit() {
    return Duration.ofSeconds(1);
  }

  @Override
  protected final CarrierProvider provider() {
    return provider(PATIENT, clock);
  }

  /** Impatient where the fault takes all the patience there is, once all code has run once. */
  private CarrierProvider provider(Fault fault) {
    return switch (fault) {
      case Fault.Hang hang -> impatient();
      case Fault.Late late -> impatient();
      case Fault.Pass pass -> provider();
      case Fault.Refuse refuse -> provider();
      case Fault.Cut cut -> provider();
      case Fault.Say say -> provider();
      case Fault.Change change -> provider();
    };
  }

  private CarrierProvider impatient() {
    Asking.one("rates", () -> provider().rates(carrier(), rateRequest()));
    return provider(limit(), clock);
  }

  @Override
  protected final Carrier carrier() {
    return carrier(proxy.base());
  }

  protected final FaultProxy proxy() {
    return proxy;
  }

  @BeforeEach
  void startProxy() {
    proxy = FaultProxy.before(upstream());
  }

  @AfterEach
  void stopProxy() {
    proxy.close();
  }

  static Stream<Fault> unreadable() {
    return Fault.unreadable().stream();
  }

  static Stream<Fault> anything() {
    return Stream.concat(
        Fault.unreadable().stream(),
        Stream.concat(
            Fault.empty().stream(),
            Stream.of(
                Fault.json(400, "{\"message\":\"" + Fault.STRANGER + "\"}"),
                Fault.json(401, "{}"),
                Fault.json(404, "{}"),
                Fault.say(503, "text/html", Map.of(), "<html>"))));
  }

  static Stream<Fault> beforeTheEffect() {
    return Stream.concat(
        Stream.of(new Fault.Refuse(), new Fault.Hang(false)),
        Stream.concat(
            Stream.of(Fault.tooMany(), Fault.serverError(), Fault.html(), Fault.otherBytes()),
            Fault.empty().stream()));
  }

  static Stream<Fault> afterTheEffect() {
    return Stream.concat(
        Stream.of(new Fault.Hang(true), new Fault.Cut()),
        Stream.concat(
            Stream.of(Fault.tooMany(), Fault.serverError(), Fault.html(), Fault.otherBytes())
                .map(Fault::after),
            Fault.empty().stream().map(Fault::after)));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void ratesWithoutAnAnswerThatCanBeReadAreNoAnswerInWordsOfOurs(Fault fault) {
    CarrierProvider provider = provider(fault);
    proxy.spoil(this::asksRates, fault);

    assertThatThrownBy(() -> provider.rates(carrier(), rateRequest()))
        .isInstanceOfSatisfying(
            NoAnswer.class,
            none -> assertThat(none.told()).matches("answered \\d{3}|answered what.*|can't be.*"));
  }

  /** Reported: an empty rate list with status 200 taken for an answer. */
  @ParameterizedTest
  @MethodSource("dev.cutoff.adapter.carrier.contract.Fault#empty")
  void anEmptyRateListWithStatus200IsAReasonOrNoAnswer(Fault fault) {
    proxy.spoil(this::asksRates, fault);

    Ended ended = Asking.one("rates", () -> provider().rates(carrier(), rateRequest()));

    assertThat(ended.answer()).isInstanceOfAny(NoAnswer.class, RateAnswer.NoRates.class);
    assertThat(ended.text()).isNotBlank().doesNotContain(Fault.STRANGER);
  }

  @Test
  void aWrongKeyIsToldFromAnOutage() {
    proxy.spoil(request -> true, Fault.json(401, "{\"message\":\"" + Fault.STRANGER + "\"}"));

    assertThatThrownBy(() -> provider().rates(carrier(), rateRequest()))
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.notLetIn()).isTrue());
  }

  @Test
  void aCarrierThatIsNotThereIsNoAnswer() {
    Carrier away = carrier(FaultProxy.nobody());

    assertThat(Asking.everything(provider(), away, rateRequest(), labelRequest(reference())))
        .allSatisfy(this::assertAnswerOrNone);
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whateverComesEveryQuestionEndsAndNoSecretShows(Fault fault) {
    CarrierProvider provider = provider(fault);
    proxy.spoil(request -> true, fault);

    assertThat(Asking.everything(provider, carrier(), rateRequest(), labelRequest(reference())))
        .allSatisfy(this::assertAnswerOrNone)
        .noneMatch(ended -> ended.answer() instanceof AddressAnswer.Bad);
  }

  /** A carrier may quote the question back at us, key and all. */
  @Test
  void aComplaintThatQuotesTheKeyIsToldWithoutIt() {
    proxy.spoil(request -> true, complaint("key " + secret() + " in\r\n<b>line</b>\u0007 one"));

    assertThat(Asking.everything(provider(), carrier(), rateRequest(), labelRequest(reference())))
        .allSatisfy(this::assertAnswerOrNone)
        .allSatisfy(ended -> assertThat(ended.text()).doesNotContain("<b>", "\u0007", "\r"));
  }

  @Test
  void theProviderDoesNotShowItsSecret() {
    assertThat(provider().toString() + carrier()).doesNotContain(secret());
  }

  @Test
  void aPriceInAnotherCurrencyIsNotTakenForOneOfOurs() {
    proxy.spoil(this::asksRates, new Fault.Change(this::inEuro));

    switch (Asking.one("rates", () -> provider().rates(carrier(), rateRequest())).answer()) {
      case RateAnswer.Rates rates ->
          assertThat(rates.quotes())
              .isNotEmpty()
              .allSatisfy(quote -> assertThat(quote.total().currency()).isEqualTo("EUR"));
      case RateAnswer.NoRates none -> assertThat(none.why()).contains("EUR");
      case Object none -> assertThat(none).isInstanceOf(NoAnswer.class);
    }
  }

  @Test
  void aLabelPricedInAnotherCurrencyIsNotPaidAsIfItWereOurs() {
    proxy.spoil(request -> true, new Fault.Change(this::inEuro));

    Ended ended = Asking.one("buy", () -> provider().buy(carrier(), labelRequest(reference())));

    if (ended.answer() instanceof LabelAnswer.Bought label) {
      assertThat(label.cost().currency()).isEqualTo("EUR");
    } else {
      assertThat(ended.answer())
          .isInstanceOfAny(
              NoAnswer.class, LabelAnswer.PriceChanged.class, LabelAnswer.Refused.class);
    }
  }

  /** Reported: a label purchase that timed out is bought again. */
  @ParameterizedTest
  @MethodSource("afterTheEffect")
  void aLabelPurchaseThatTimedOutIsFoundAndNotBoughtAgain(Fault fault) {
    String reference = reference();
    LabelRequest request = labelRequest(reference);
    long bought = bought();
    CarrierProvider provider = provider(fault);
    proxy.spoil(this::buys, fault);

    assertThatThrownBy(() -> provider.buy(carrier(), request)).isInstanceOf(NoAnswer.class);

    proxy.heal();
    assertThat(bought()).isEqualTo(bought + 1);
    if (!finds()) {
      assertThat(provider().find(carrier(), request)).isEqualTo(new FindAnswer.CannotTell());
      return;
    }
    assertThat(provider().find(carrier(), request))
        .isInstanceOfAny(FindAnswer.Found.class, FindAnswer.NotYetKnown.class);
    clock.advance(settle().plusSeconds(1));
    FindAnswer found = provider().find(carrier(), request);
    assertThat(found).isInstanceOf(FindAnswer.Found.class);
    assertPrintable(((FindAnswer.Found) found).label().files());
    assertThat(provider().buy(carrier(), request)).isEqualTo(((FindAnswer.Found) found).label());
    assertThat(bought()).isEqualTo(bought + 1);
  }

  /** Nobody knows whether it was bought, and "not found" says so until the settle time is over. */
  @ParameterizedTest
  @MethodSource("beforeTheEffect")
  void aPurchaseThatNeverArrivedIsNotCalledNotBoughtTooEarly(Fault fault) {
    LabelRequest request = labelRequest(reference());
    long bought = bought();
    CarrierProvider provider = provider(fault);
    proxy.spoil(this::buys, fault);

    assertThatThrownBy(() -> provider.buy(carrier(), request)).isInstanceOf(NoAnswer.class);

    proxy.heal();
    assertThat(bought()).isEqualTo(bought);
    if (!finds()) {
      assertThat(provider().find(carrier(), request)).isEqualTo(new FindAnswer.CannotTell());
      return;
    }
    clock.advance(settle().minusSeconds(1));
    assertThat(provider().find(carrier(), request))
        .isEqualTo(new FindAnswer.NotYetKnown(request.askedAt().plus(settle())));
    clock.advance(Duration.ofSeconds(1));
    assertThat(provider().find(carrier(), request)).isEqualTo(new FindAnswer.NotBought());
    assertThat(provider().buy(carrier(), request)).isInstanceOf(LabelAnswer.Bought.class);
    assertThat(bought()).isEqualTo(bought + 1);
  }

  /** The request is on its way for longer than anybody waits for it. */
  @Test
  void aPurchaseThatArrivesLateIsNotYetKnownAndThenFound() throws InterruptedException {
    LabelRequest request = labelRequest(reference());
    long bought = bought();
    Fault late = new Fault.Late(limit().multipliedBy(2));
    CarrierProvider provider = provider(late);
    proxy.spoil(this::buys, late);

    assertThatThrownBy(() -> provider.buy(carrier(), request)).isInstanceOf(NoAnswer.class);

    if (finds()) {
      assertThat(provider().find(carrier(), request)).isInstanceOf(FindAnswer.NotYetKnown.class);
    }
    for (int i = 0; proxy.delivered().stream().noneMatch(this::buys) && i < 200; i++) {
      Thread.sleep(limit().dividedBy(10));
    }
    clock.advance(settle());
    assertThat(provider().find(carrier(), request))
        .isInstanceOf(finds() ? FindAnswer.Found.class : FindAnswer.CannotTell.class);
    assertThat(bought()).isEqualTo(bought + 1);
  }

  @Test
  void aLabelThatIsNotTheFormatAskedForIsBoughtAndUnprintable() {
    LabelRequest request = labelRequest(reference());
    long bought = bought();
    proxy.spoil(this::sendsLabel, new Fault.Change(this::withAnotherDocument));

    assertThat(provider().buy(carrier(), request))
        .isInstanceOfSatisfying(
            LabelAnswer.Unprintable.class,
            label -> {
              assertThat(label.labelId()).isNotBlank();
              assertThat(label.why()).isNotBlank();
              assertThat(label.cost().currency()).isEqualTo("USD");
            });
    assertThat(bought()).isEqualTo(bought + 1);
  }

  @Test
  void aVoidWhoseAnswerIsLostIsAskedAgainAndIsSuccess() {
    String label = buy(reference()).labelId();
    proxy.spoil(this::voids, new Fault.Cut());
    Asking.one("void", () -> provider().voidLabel(carrier(), label));
    proxy.heal();

    assertThat(provider().voidLabel(carrier(), label))
        .isInstanceOf(can(Capability.VOID) ? VoidAnswer.Voided.class : VoidAnswer.Refused.class);
  }

  private void assertAnswerOrNone(Ended ended) {
    assertThat(ended.answer())
        .describedAs(ended.question())
        .matches(answer -> !(answer instanceof Throwable) || answer instanceof NoAnswer)
        .isNotInstanceOfAny(
            RateAnswer.Rates.class,
            LabelAnswer.Bought.class,
            FindAnswer.Found.class,
            FindAnswer.NotBought.class,
            VoidAnswer.Voided.class,
            ManifestAnswer.Closed.class,
            PickupAnswer.Booked.class);
    assertThat(ended.text()).doesNotContain(secret(), Fault.STRANGER);
  }

  private Duration settle() {
    CarrierAccount account = Objects.requireNonNull(carrier().account());
    return account.settle();
  }
}
