package dev.cutoff.order;

import dev.cutoff.plan.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the customer was told of an order that comes later than promised, and what the customer said
 * to it.
 *
 * @param promised the day that it was late against first
 * @param told the latest day that was told
 * @param keptUntil the order is kept until that day without a word of the customer
 * @param answerBy when it is cancelled if no consent to {@code told} came; null where silence keeps
 *     it
 * @param consent null where none was given
 */
public record Delay(
    LocalDate promised,
    LocalDate told,
    LocalDate keptUntil,
    @Nullable Instant answerBy,
    @Nullable Consent consent) {
  /** So late a first delay may be without consent, and so long an order without a day may take. */
  private static final int WITHOUT_A_WORD = 30;

  /**
   * The customer keeps the order.
   *
   * @param until the day that was on the page; a later one is another question
   */
  public record Consent(LocalDate until, Instant at) {}

  /**
   * A later day that the customer may accept, or cancel for.
   *
   * @param zone that the days are of
   */
  public record Offer(LocalDate promised, LocalDate day, ZoneId zone) {}

  /** Empty where it comes as promised, is cancelled, or something of it left the house. */
  public static Optional<Offer> offer(Order order) {
    if (order.cancellation() != null || order.anythingHandedOver()) {
      return Optional.empty();
    }
    Promise promise = order.promise();
    if (promise != null) {
      LocalDate expected = promise.expected();
      return expected == null || !expected.isAfter(promise.deliverBy())
          ? Optional.empty()
          : Optional.of(new Offer(promise.deliverBy(), expected, promise.zone()));
    }
    Backorder backorder = order.backorder();
    LocalDate expected = backorder == null || !backorder.waits() ? null : backorder.expectedOn();
    LocalDate last =
        order.document().placedAt().atZone(ZoneOffset.UTC).toLocalDate().plusDays(WITHOUT_A_WORD);
    return expected == null || !expected.isAfter(last)
        ? Optional.empty()
        : Optional.of(new Offer(last, expected, ZoneOffset.UTC));
  }

  /**
   * As it is once the customer is told. What was told before, or an earlier day, changes nothing;
   * what waits for an answer gets no new deadline by another delay.
   *
   * @param before null where nothing was told before
   * @param atLeast time to answer; null where the law of the place asks for no consent
   */
  public static Delay told(
      @Nullable Delay before, Offer offer, Instant now, @Nullable Duration atLeast) {
    if (before != null && !offer.day().isAfter(before.told)) {
      return before;
    }
    LocalDate kept =
        before == null
            ? earlier(offer.day(), offer.promised().plusDays(WITHOUT_A_WORD))
            : before.covered();
    Instant answerBy = before != null && before.needsConsent() ? before.answerBy : null;
    if (answerBy == null && atLeast != null && offer.day().isAfter(kept)) {
      LocalDate soonest = now.plus(atLeast).atZone(offer.zone()).toLocalDate();
      LocalDate last = kept.isBefore(soonest) ? soonest : kept;
      answerBy = last.plusDays(1).atStartOfDay(offer.zone()).toInstant();
    }
    return new Delay(
        before == null ? offer.promised() : before.promised,
        offer.day(),
        kept,
        answerBy,
        before == null ? null : before.consent);
  }

  /** The same where the customer keeps it. */
  public Delay agreed(LocalDate day, Instant now) {
    return new Delay(promised, told, keptUntil, answerBy, new Consent(day, now));
  }

  /** The last day on which an answer is in time; empty where none is needed. */
  public Optional<LocalDate> answerUntil(ZoneId zone) {
    Instant end = answerBy;
    return end == null || !needsConsent()
        ? Optional.empty()
        : Optional.of(end.atZone(zone).toLocalDate().minusDays(1));
  }

  /** Whether the customer agreed to that day. */
  public boolean agreedTo(LocalDate day) {
    return consent != null && !day.isAfter(consent.until());
  }

  /** Whether what was told last is not covered by what the customer said, or may leave unsaid. */
  public boolean needsConsent() {
    return told.isAfter(covered());
  }

  /** Whether the order is to be cancelled: the customer was asked, and did not answer in time. */
  public boolean isOver(Offer offer, Instant now) {
    Instant end = answerBy;
    return end != null && offer.day().isAfter(covered()) && !now.isBefore(end);
  }

  private LocalDate covered() {
    LocalDate agreed = consent == null ? keptUntil : consent.until();
    return agreed.isBefore(keptUntil) ? keptUntil : agreed;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
