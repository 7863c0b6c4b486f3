package dev.cutoff.page;

import java.util.Locale;

/** What a customer can do now. */
public enum Advice {
  NOTHING,
  /** Nothing, or say that it is too late. */
  SAY_IF_TOO_LATE,
  PAY,
  BE_AT_HOME,
  ASK_CARRIER,
  COLLECT,
  ANSWER_CUSTOMS,
  /** It is said to be there: look for it, then tell the shop. */
  LOOK_AROUND,
  COME,
  WRITE_TO_SHOP,
  ASK_FOR_MONEY;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
