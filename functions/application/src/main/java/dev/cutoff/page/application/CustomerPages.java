package dev.cutoff.page.application;

import dev.cutoff.page.DelayPage;
import dev.cutoff.page.OrderPage;

/** Puts into words and HTML what customers are shown. */
public interface CustomerPages {
  /**
   * An order.
   *
   * @param languages what the reader's browser asks for, as HTTP's Accept-Language; empty where it
   *     says nothing. The customer's own language goes before it
   */
  Written order(OrderPage page, String languages);

  /** The question whether an order that comes later is kept, and what became of it. */
  Written delay(DelayPage page, String languages);

  /** There is nothing behind this link; no more is told, whatever was wrong with it. */
  Written nothingHere(String languages);

  /** It can't be shown just now. */
  Written comeAgain(String languages);

  /**
   * A page.
   *
   * @param language it is in, BCP 47
   * @param stylePolicy what a Content-Security-Policy has to allow for its look, and nothing else
   *     of it needs
   */
  record Written(String html, String language, String stylePolicy) {}
}
