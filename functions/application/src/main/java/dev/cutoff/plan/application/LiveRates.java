package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import java.util.List;
import java.util.function.Predicate;

/** The prices that carriers name themselves, beside those of their rate cards. */
public interface LiveRates {
  /** Nobody is asked. */
  LiveRates NONE =
      new LiveRates() {
        @Override
        public Predicate<String> isLive(Merchant merchant) {
          return carrier -> false;
        }

        @Override
        public Problem heard(Problem cards, List<Answer> answers) {
          return cards;
        }
      };

  /** Whether a carrier's own word counts, by its id. */
  Predicate<String> isLive(Merchant merchant);

  /**
   * The same problem with the word of the carriers whose answer can change the choice.
   *
   * @param cards the problem, solved by rate cards
   * @param answers gets what they said
   */
  Problem heard(Problem cards, List<Answer> answers);
}
