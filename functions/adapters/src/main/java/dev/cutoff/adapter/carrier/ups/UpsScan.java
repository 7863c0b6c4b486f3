package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.adapter.carrier.ScanTimes;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One event of UPS's, as it stands in an answer or in an alert. UPS numbers no events: what and
 * when is the scan's id, the same in both, so that an event that comes by both ways counts once.
 */
record UpsScan(
    String trackingNumber,
    String type,
    String letters,
    String digits,
    Moment moment,
    String place,
    String words,
    Optional<DeliveryProof> proof) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final int LONGEST = 200;

  /** What came of reading it. */
  sealed interface Outcome {
    record Read(Scan scan) implements Outcome {}

    record Unreadable(String why) implements Outcome {}
  }

  /**
   * When it happened, as UPS says so.
   *
   * @param gmt date and time of Greenwich, digits alone
   * @param local the same where it happened
   * @param offset of the local time, "-05:00" or "-05.00"
   */
  record Moment(String gmt, String local, String offset) {
    static Moment of(
        JsonNode gmtDate, JsonNode gmtTime, JsonNode date, JsonNode time, JsonNode offset) {
      return new Moment(stamp(gmtDate, gmtTime), stamp(date, time), offset.asText("").strip());
    }

    /** A zero in front of the time gets lost in UPS's own examples. */
    private static String stamp(JsonNode date, JsonNode time) {
      String hours = time.asText("").replaceAll("\\D", "");
      return date.asText("").replaceAll("\\D", "") + (hours.length() == 5 ? "0" : "") + hours;
    }

    /** Empty where it is no time, or a local one and nobody says where. */
    Optional<Instant> instant() {
      try {
        return gmt.length() == 14
            ? Optional.of(LocalDateTime.parse(gmt, STAMP).toInstant(ZoneOffset.UTC))
            : Optional.of(
                LocalDateTime.parse(local, STAMP)
                    .toInstant(ZoneOffset.of(offset.replace('.', ':'))));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }
  }

  /** UPS's three digits, which some of its messages write as a number. */
  static String digits(JsonNode code) {
    String written = code.asText("").strip();
    return written.matches("\\d{1,2}") ? "0".repeat(3 - written.length()) + written : written;
  }

  static String place(JsonNode address) {
    String country = address.path("countryCode").asText(address.path("country").asText(""));
    return Stream.of(
            address.path("city").asText(""), address.path("stateProvince").asText(""), country)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  Outcome read(String carrier, Instant now) {
    if (!trackingNumber.matches("[A-Za-z0-9]{1,40}")) {
      return new Outcome.Unreadable("has no tracking number");
    }
    Optional<Instant> at = moment.instant();
    if (at.isEmpty()) {
      return new Outcome.Unreadable("has no time with its zone");
    }
    if (!ScanTimes.isPlausible(at.get(), now)) {
      return new Outcome.Unreadable("has a time that " + ScanTimes.implausible());
    }
    if (type.equals("MV") || digits.equals("007")) {
      return new Outcome.Unreadable("says that the label was voided at UPS");
    }
    Optional<TrackingFlag> flag = Statuses.flag(digits);
    Optional<TrackingStatus> status = Statuses.status(type, letters, digits);
    if (flag.isEmpty() && status.isEmpty()) {
      return new Outcome.Unreadable(
          "has an unknown status: type '%s', code '%s', '%s'"
              .formatted(quotable(type), quotable(letters), quotable(digits)));
    }
    return new Outcome.Read(
        new Scan(
            "ups-%d-%s-%s".formatted(at.get().getEpochSecond(), quotable(type), quotable(letters)),
            carrier,
            trackingNumber,
            flag.isPresent() ? null : status.orElseThrow(),
            flag.orElse(null),
            at.get(),
            UpsPlace.cut(place, LONGEST),
            flag.flatMap(each -> Statuses.party(digits, each)).map(this::reason).orElse(null),
            status.filter(TrackingStatus.DELIVERED::equals).isPresent() && flag.isEmpty()
                ? proof.orElse(null)
                : null));
  }

  private ScanReason reason(ScanReason.Party party) {
    return new ScanReason(party, CarrierWords.of(words, "", ""));
  }

  private static String quotable(String code) {
    return UpsPlace.cut(code.replaceAll("[^A-Za-z0-9]", "?"), 10);
  }
}
