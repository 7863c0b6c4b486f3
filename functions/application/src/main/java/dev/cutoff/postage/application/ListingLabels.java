package dev.cutoff.postage.application;

import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The labels that are paid and of no use, or of which nobody knows yet, by their void deadline. */
public final class ListingLabels {
  private final LooseLabels loose;
  private final LabelAttempts attempts;

  @Inject
  public ListingLabels(LooseLabels loose, LabelAttempts attempts) {
    this.loose = loose;
    this.attempts = attempts;
  }

  /**
   * One of them.
   *
   * @param place until when something can be done about it
   */
  public record Listed(Attempt attempt, Loose place) {}

  /** Those that are only watched, because they were not bought, are not among them. */
  public List<Listed> listed() {
    return loose.all().stream()
        .flatMap(place ->
            attempts.of(place.shipmentId()).stream()
                .filter(each -> each.reference().equals(place.reference()))
                .filter(ListingLabels::isOpen)
                .map(each -> new Listed(each, place)))
        .sorted(
            Comparator.comparing((Listed each) -> each.place().until())
                .thenComparing(each -> each.place().reference()))
        .toList();
  }

  private static boolean isOpen(Attempt attempt) {
    return switch (attempt.state()) {
      case BEGUN, ORPHAN -> true;
      case BOUGHT, NOT_BOUGHT, REFUSED, VOIDED -> false;
    };
  }
}
