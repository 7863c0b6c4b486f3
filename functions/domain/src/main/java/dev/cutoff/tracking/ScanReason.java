package dev.cutoff.tracking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a parcel is not on its way as it should be, and whose it is.
 *
 * @param words as the carrier says it, for people; "" where it says nothing
 */
public record ScanReason(Party party, String words) {
  private static final int LONGEST = 120;

  public ScanReason {
    words = Texts.shortened(words, LONGEST);
  }

  /** Whose it is. */
  public enum Party {
    CARRIER,
    SHOP,
    RECIPIENT,
    CUSTOMS,
    WEATHER;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Party> named(String wireName) {
      return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
    }
  }

  /** Whose it most likely is where the carrier does not say; empty where nothing went wrong. */
  public static Optional<Party> usual(TrackingFlag flag) {
    return switch (flag) {
      case DELIVERY_ATTEMPTED -> Optional.of(Party.RECIPIENT);
      case AT_PICKUP_POINT -> Optional.empty();
      case HELD_AT_CUSTOMS -> Optional.of(Party.CUSTOMS);
      case DAMAGED, LOST, DELAYED -> Optional.of(Party.CARRIER);
    };
  }
}
