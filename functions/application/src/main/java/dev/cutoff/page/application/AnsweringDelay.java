package dev.cutoff.page.application;

import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.page.DelayPage;
import dev.cutoff.page.DelayPage.State;
import dev.cutoff.plan.application.NotingDelay;
import dev.cutoff.shipment.application.CancellingOrder;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The customer's word on an order that comes later than promised: it is kept, until the day that
 * the customer read, or cancelled. Saying it again changes nothing.
 */
public final class AnsweringDelay {
  private static final String CUSTOMER = "customer";

  private final ShowingOrder showing;
  private final NotingDelay noting;
  private final Changing changing;
  private final CancellingOrder cancelling;
  private final InstantSource clock;

  @Inject
  public AnsweringDelay(
      ShowingOrder showing,
      NotingDelay noting,
      Changing changing,
      CancellingOrder cancelling,
      InstantSource clock) {
    this.showing = showing;
    this.noting = noting;
    this.changing = changing;
    this.cancelling = cancelling;
    this.clock = clock;
  }

  /**
   * What the customer sees then.
   *
   * @param done false where it could not be done any more
   */
  public record Answered(DelayPage page, boolean done) {}

  /** The question; empty where the token leads to no order. */
  public Optional<Answered> ask(String token) {
    return showing.find(token).map(order -> new Answered(page(order), true));
  }

  /**
   * The customer keeps it.
   *
   * @param day that was on the page; another than the one that is told now is not agreed to
   */
  public Optional<Answered> keep(String token, LocalDate day) {
    return showing
        .find(token)
        .map(order -> page(changing.change(order, each -> kept(each, day))))
        .map(page -> new Answered(page, page.state() == State.KEPT && day.equals(page.day())));
  }

  /** The customer cancels it, as long as nothing of it left the house. */
  public Optional<Answered> cancel(String token) {
    Optional<Order> found = showing.find(token);
    found.ifPresent(order -> {
      var _ =
          cancelling.cancel(
              order.id(),
              CUSTOMER,
              "it comes later than promised",
              each -> Delay.offer(each).isPresent());
    });
    return found
        .flatMap(order -> showing.find(token))
        .map(this::page)
        .map(page -> new Answered(page, page.state() == State.CANCELLED));
  }

  private Optional<Decision> kept(Order order, LocalDate day) {
    return Delay.offer(order)
        .filter(offer -> offer.day().equals(day))
        .map(offer -> noting.now(order, offer))
        .filter(delay -> !delay.agreedTo(day))
        .map(delay ->
            new Decision(
                change -> change.delay(delay.agreed(day, clock.instant())),
                CUSTOMER,
                "the later day is accepted",
                "promised by %s, kept until %s".formatted(delay.promised(), day)));
  }

  private DelayPage page(Order order) {
    Optional<Delay.Offer> offer = Delay.offer(order);
    Optional<Delay> delay = offer.map(it -> noting.now(order, it));
    return new DelayPage(
        showing.page(order),
        order.trackingToken(),
        state(order, offer),
        order.promise() == null ? null : offer.map(Delay.Offer::promised).orElse(null),
        offer.map(Delay.Offer::day).orElse(null),
        noting.asks(order)
            ? offer.flatMap(it -> delay.flatMap(told -> told.answerUntil(it.zone()))).orElse(null)
            : null);
  }

  private static State state(Order order, Optional<Delay.Offer> offer) {
    if (order.cancellation() != null) {
      return State.CANCELLED;
    }
    if (order.anythingHandedOver()) {
      return State.LEFT;
    }
    if (offer.isEmpty()) {
      return State.ON_TIME;
    }
    Delay delay = order.delay();
    return delay != null && delay.agreedTo(offer.get().day()) ? State.KEPT : State.ASKS;
  }
}
