package dev.cutoff.merchant;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be minded when an item is packed and sent.
 *
 * @param tags the shop's own words, for rules of carriers: "fragile-line", "wine"
 * @param upright this side up: it is not turned over
 * @param fragile is packed with nothing that is not fragile too
 * @param alone ships in a parcel of its own, a unit each
 * @param hazard null where it is harmless
 * @param unNumber of dangerous goods, "UN3481"; null where it has none, or where nobody knows it
 * @param limitedQuantity packed as limited quantity
 * @param groundOnly must not fly
 * @param cold must be kept cold
 * @param adultSignature is handed to adults only
 * @param bannedIn destinations it must not go to: countries ("DE") or regions ("US-UT")
 */
public record Goods(
    Set<String> tags,
    boolean upright,
    boolean fragile,
    boolean alone,
    @Nullable Hazard hazard,
    @Nullable String unNumber,
    boolean limitedQuantity,
    boolean groundOnly,
    boolean cold,
    boolean adultSignature,
    Set<String> bannedIn) {
  public static final Goods HARMLESS =
      new Goods(Set.of(), false, false, false, null, null, false, false, false, false, Set.of());

  public Goods {
    tags = java.util.Collections.unmodifiableSet(new TreeSet<>(tags));
    bannedIn = java.util.Collections.unmodifiableSet(new TreeSet<>(bannedIn));
  }

  /** Classes of dangerous goods that carriers tell apart. */
  public enum Hazard {
    /** UN 3090, 3480: batteries alone. */
    LITHIUM_ALONE,
    /** UN 3091, 3481: packed with or in equipment. */
    LITHIUM_IN_EQUIPMENT,
    FLAMMABLE,
    AEROSOL,
    CORROSIVE,
    OTHER
  }
}
