package dev.cutoff.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest service that keeps the promise; with it what is said of every other one.
 *
 * @param chosen empty where none keeps the promise and late is not allowed
 */
public record Choice(Optional<Quote> chosen, List<Receipt.Candidate> candidates) {
  public Choice {
    candidates = List.copyOf(candidates);
  }

  private static final Comparator<Quote> CHEAPEST =
      Comparator.comparing(Quote::total)
          .thenComparing(Quote::deliveryDate)
          .thenComparing(Quote::carrier)
          .thenComparing(Quote::service);

  private static final Comparator<Quote> EARLIEST =
      Comparator.comparing(Quote::deliveryDate).thenComparing(CHEAPEST);

  /**
   * Chooses.
   *
   * @param late a person accepted that the promised day is lost: then the earliest one wins
   */
  public static Choice among(List<Quote> quotes, LocalDate deliverBy, boolean late) {
    Optional<Quote> keeps = quotes.stream().filter(quote -> keeps(quote, deliverBy)).min(CHEAPEST);
    Optional<Quote> chosen = keeps.isPresent() || !late ? keeps : quotes.stream().min(EARLIEST);
    List<Receipt.Candidate> candidates =
        quotes.stream().sorted(CHEAPEST).map(quote -> candidate(quote, deliverBy, chosen)).toList();
    return new Choice(chosen, candidates);
  }

  private static boolean keeps(Quote quote, LocalDate deliverBy) {
    return !quote.deliveryDate().isAfter(deliverBy);
  }

  private static Receipt.Candidate candidate(
      Quote quote, LocalDate deliverBy, Optional<Quote> chosen) {
    boolean won = chosen.isPresent() && chosen.get().equals(quote);
    return new Receipt.Candidate(
        quote.carrier(),
        quote.service(),
        quote.total(),
        quote.components(),
        quote.shipDate(),
        quote.deliveryDate(),
        quote.confidence(),
        won,
        why(quote, deliverBy, chosen, won));
  }

  private static String why(Quote quote, LocalDate deliverBy, Optional<Quote> chosen, boolean won) {
    if (won) {
      return keeps(quote, deliverBy)
          ? "cheapest that arrives by " + deliverBy
          : "earliest; late was accepted";
    }
    if (!keeps(quote, deliverBy)) {
      return "too late: arrives " + quote.deliveryDate() + ", promised " + deliverBy;
    }
    return chosen
        .map(best -> "dearer by " + quote.total().minus(best.total()).display())
        .orElse("not chosen");
  }
}
