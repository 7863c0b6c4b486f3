package dev.cutoff.page;

import java.util.Locale;

/**
 * How far an order is, as its customer would say it. What comes after {@link #DELIVERED} went wrong
 * on the way, the worst last.
 */
public enum Stage {
  AWAITING_PAYMENT,
  /** A person has to look at it; why is the shop's business. */
  CHECKING,
  PREPARING,
  WAITING_FOR_STOCK,
  /** Labels are on, and the carrier has not come yet. */
  ABOUT_TO_LEAVE,
  KEPT_FOR_PICKUP,
  PICKED_UP,
  TO_BE_BROUGHT,
  BEING_BROUGHT,
  PARTLY_SENT,
  SENT,
  OUT_FOR_DELIVERY,
  PARTLY_DELIVERED,
  DELIVERED,
  DELAYED,
  AT_CUSTOMS,
  ATTEMPTED,
  TO_COLLECT,
  RETURNED,
  DAMAGED,
  LOST,
  /** Nothing of it has to be put into a box. */
  NOTHING_TO_SEND,
  CANCELLING,
  CANCELLED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its customer can do now. */
  public Advice advice() {
    return switch (this) {
      case AWAITING_PAYMENT -> Advice.PAY;
      case OUT_FOR_DELIVERY, BEING_BROUGHT -> Advice.BE_AT_HOME;
      case ATTEMPTED -> Advice.ASK_CARRIER;
      case TO_COLLECT -> Advice.COLLECT;
      case AT_CUSTOMS -> Advice.ANSWER_CUSTOMS;
      case DELIVERED -> Advice.LOOK_AROUND;
      case KEPT_FOR_PICKUP -> Advice.COME;
      case RETURNED, DAMAGED, LOST -> Advice.WRITE_TO_SHOP;
      case CANCELLED, CANCELLING -> Advice.ASK_FOR_MONEY;
      case CHECKING,
          PREPARING,
          WAITING_FOR_STOCK,
          ABOUT_TO_LEAVE,
          PICKED_UP,
          TO_BE_BROUGHT,
          PARTLY_SENT,
          SENT,
          PARTLY_DELIVERED,
          DELAYED,
          NOTHING_TO_SEND ->
          Advice.NOTHING;
    };
  }
}
