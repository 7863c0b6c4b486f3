package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.Providers;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks the carriers, all at once. */
public final class AskedRates implements LiveRates {
  private final Providers providers;
  private final AskingCarriers asking;

  public AskedRates(Providers providers, AskingCarriers asking) {
    this.providers = providers;
    this.asking = asking;
  }

  @Override
  public Predicate<String> isLive(Merchant merchant) {
    Set<String> live =
        merchant.carriers().values().stream()
            .filter(carrier -> providers.of(carrier).isLive())
            .map(Carrier::id)
            .collect(Collectors.toSet());
    return live::contains;
  }

  @Override
  public Problem heard(Problem cards, List<Answer> answers) {
    Merchant merchant = cards.setting().merchant();
    Predicate<String> isLive = cards.setting().isLive();
    if (merchant.carriers().keySet().stream().noneMatch(isLive)) {
      return cards;
    }
    Problem known = cards.with(new CardPrices(isLive), isLive.negate());
    LiveRound round = new LiveRound(cards, known.score(), isLive);
    if (round.questions().isEmpty()) {
      return known;
    }
    answers.addAll(asking.ask(round.questions(), merchant.rules().rateDeadline()));
    boolean heardOnly = cards.wanted().heardOnly();
    Problem heard = priced(cards, answers, round, heardOnly);
    // Better a price that nobody said just now than no plan.
    return heardOnly && heard.best().isEmpty() ? priced(cards, answers, round, false) : heard;
  }

  private static Problem priced(
      Problem cards, List<Answer> answers, LiveRound round, boolean heardOnly) {
    LivePrices prices =
        new LivePrices(
            answers,
            cards.setting().isLive(),
            cards.setting().merchant().rules().plan(),
            cards.wanted().deliverBy(),
            heardOnly);
    round.tell(prices);
    return cards.with(prices, all -> true);
  }
}
