package dev.cutoff.page;

import dev.cutoff.tracking.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel with its label.
 *
 * @param stage how far it is
 * @param carrier as people call it
 * @param service as people call it
 * @param link to the carrier's page of it; null where the merchant file has none
 * @param track all that is known of its way
 */
public record ShownParcel(
    Stage stage,
    String carrier,
    String service,
    String trackingNumber,
    @Nullable String link,
    List<Units> contents,
    Track track) {
  public ShownParcel {
    contents = List.copyOf(contents);
  }
}
