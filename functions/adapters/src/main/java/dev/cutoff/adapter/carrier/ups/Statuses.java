package dev.cutoff.adapter.carrier.ups;

import static java.util.Map.entry;

import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * UPS's status types and codes in ours. The three-digit code is UPS's own simple reading of an
 * event and says most; two letters are asked first where they say more, such as the first scan.
 * Both lists are of UPS's tracking appendix, the types of the Track Alert spec.
 */
final class Statuses {
  private static final Map<String, TrackingStatus> BY_LETTERS =
      Map.of(
          "MP", TrackingStatus.LABEL_MADE,
          "OR", TrackingStatus.ACCEPTED,
          "PU", TrackingStatus.ACCEPTED,
          "XD", TrackingStatus.ACCEPTED,
          "OF", TrackingStatus.OUT_FOR_DELIVERY,
          "OT", TrackingStatus.OUT_FOR_DELIVERY,
          "FS", TrackingStatus.DELIVERED);

  private static final Map<String, TrackingStatus> BY_DIGITS =
      Map.ofEntries(
          entry("003", TrackingStatus.LABEL_MADE),
          entry("044", TrackingStatus.LABEL_MADE),
          entry("045", TrackingStatus.LABEL_MADE),
          entry("038", TrackingStatus.ACCEPTED),
          entry("005", TrackingStatus.IN_TRANSIT),
          entry("010", TrackingStatus.IN_TRANSIT),
          // In clearance, and out of it again.
          entry("012", TrackingStatus.IN_TRANSIT),
          entry("014", TrackingStatus.IN_TRANSIT),
          entry("025", TrackingStatus.IN_TRANSIT),
          // On its way back, which is a way too.
          entry("035", TrackingStatus.IN_TRANSIT),
          entry("036", TrackingStatus.IN_TRANSIT),
          entry("037", TrackingStatus.IN_TRANSIT),
          entry("039", TrackingStatus.IN_TRANSIT),
          entry("057", TrackingStatus.IN_TRANSIT),
          entry("006", TrackingStatus.OUT_FOR_DELIVERY),
          entry("021", TrackingStatus.OUT_FOR_DELIVERY),
          entry("011", TrackingStatus.DELIVERED),
          entry("026", TrackingStatus.DELIVERED),
          entry("034", TrackingStatus.RETURNED),
          entry("067", TrackingStatus.RETURNED));

  private static final Map<String, TrackingFlag> FLAGS =
      Map.ofEntries(
          entry("013", TrackingFlag.DELAYED),
          entry("016", TrackingFlag.DELAYED),
          entry("019", TrackingFlag.DELAYED),
          entry("029", TrackingFlag.DELAYED),
          entry("032", TrackingFlag.DELAYED),
          entry("046", TrackingFlag.DELAYED),
          entry("047", TrackingFlag.DELAYED),
          entry("048", TrackingFlag.DELAYED),
          entry("049", TrackingFlag.DELAYED),
          entry("050", TrackingFlag.DELAYED),
          entry("051", TrackingFlag.DELAYED),
          entry("052", TrackingFlag.DELAYED),
          entry("053", TrackingFlag.DELAYED),
          entry("055", TrackingFlag.DELAYED),
          entry("017", TrackingFlag.AT_PICKUP_POINT),
          entry("040", TrackingFlag.AT_PICKUP_POINT),
          entry("022", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("023", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("024", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("060", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("061", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("062", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("064", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("066", TrackingFlag.DELIVERY_ATTEMPTED),
          entry("058", TrackingFlag.HELD_AT_CUSTOMS),
          entry("059", TrackingFlag.DAMAGED),
          entry("068", TrackingFlag.LOST));

  /** Where all of a type are the same to us. */
  private static final Map<String, TrackingStatus> BY_TYPE =
      Map.of(
          "M", TrackingStatus.LABEL_MADE,
          "P", TrackingStatus.ACCEPTED,
          "I", TrackingStatus.IN_TRANSIT);

  /** Severe weather and emergencies, which nobody can help. */
  private static final Set<String> WEATHER = Set.of("032", "051", "052", "053");

  /** Only who receives it can say where they live. */
  private static final String ADDRESS_WANTED = "050";

  private Statuses() {}

  /** Where the parcel is; empty where the codes say something else, or nothing known. */
  static Optional<TrackingStatus> status(String type, String letters, String digits) {
    if (type.equals("MV") || FLAGS.containsKey(digits)) {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_LETTERS.get(letters))
        .or(() -> Optional.ofNullable(BY_DIGITS.get(digits)))
        .or(() -> Optional.ofNullable(BY_TYPE.get(type)));
  }

  /** What is wrong with it; empty where nothing is, or nothing known. */
  static Optional<TrackingFlag> flag(String digits) {
    return Optional.ofNullable(FLAGS.get(digits));
  }

  /** Whose it is; empty where nothing went wrong. */
  static Optional<ScanReason.Party> party(String digits, TrackingFlag flag) {
    if (WEATHER.contains(digits)) {
      return Optional.of(ScanReason.Party.WEATHER);
    }
    return digits.equals(ADDRESS_WANTED)
        ? Optional.of(ScanReason.Party.RECIPIENT)
        : ScanReason.usual(flag);
  }
}
