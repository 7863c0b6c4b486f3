package dev.cutoff.page;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has the link is asked where an order comes later than promised.
 *
 * @param page of the order
 * @param token that the order's page has in its address
 * @param promised null where no day was
 * @param day by which it comes now; null where there is nothing to answer
 * @param answerUntil last day on which an answer is in time; null where silence keeps the order
 */
public record DelayPage(
    OrderPage page,
    String token,
    State state,
    @Nullable LocalDate promised,
    @Nullable LocalDate day,
    @Nullable LocalDate answerUntil) {
  /** What there is to be said. */
  public enum State {
    ASKS,
    KEPT,
    CANCELLED,
    /** It left the house: nothing is cancelled any more. */
    LEFT,
    ON_TIME;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean mayKeep() {
    return state == State.ASKS;
  }

  public boolean mayCancel() {
    return state == State.ASKS || state == State.KEPT;
  }
}
