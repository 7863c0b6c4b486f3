package dev.cutoff.tracking;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a parcel was delivered; at least one of them is there.
 *
 * @param signedBy who took it, as the carrier read it
 * @param leftAt where it was put: "Front Door"
 * @param photoUrl a link to the carrier's picture, https alone
 */
public record DeliveryProof(
    @Nullable String signedBy, @Nullable String leftAt, @Nullable String photoUrl) {
  private static final int LONGEST = 80;
  private static final int LONGEST_LINK = 500;

  public DeliveryProof {
    if (signedBy == null && leftAt == null && photoUrl == null) {
      throw new IllegalArgumentException("a proof that shows nothing");
    }
  }

  /** Of what a carrier says, blanks and links that nobody should follow left out. */
  public static Optional<DeliveryProof> of(String signedBy, String leftAt, String photoUrl) {
    String who = line(signedBy);
    String where = line(leftAt);
    String picture = isLink(photoUrl.strip()) ? photoUrl.strip() : null;
    return who == null && where == null && picture == null
        ? Optional.empty()
        : Optional.of(new DeliveryProof(who, where, picture));
  }

  private static @Nullable String line(String text) {
    String stripped = text.replaceAll("\\p{Cntrl}", " ").strip();
    return stripped.isEmpty() ? null : Texts.shortened(stripped, LONGEST);
  }

  private static boolean isLink(String text) {
    if (text.isEmpty() || text.length() > LONGEST_LINK) {
      return false;
    }
    try {
      URI link = URI.create(text);
      return "https".equalsIgnoreCase(link.getScheme()) && link.getHost() != null;
    } catch (IllegalArgumentException noLink) {
      return false;
    }
  }
}
