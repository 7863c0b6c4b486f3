package dev.cutoff.adapter.page;

import dev.cutoff.page.Advice;
import dev.cutoff.page.OrderPage;
import dev.cutoff.page.ShownParcel;
import dev.cutoff.page.Stage;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the words for the parcels of a page. */
final class ParcelWriter {
  /** Of the way from the label to the door. */
  private static final int STEPS = 4;

  /** Scans that are seen at once; the others are a tap away. */
  private static final int AT_ONCE = 4;

  private final Words words;
  private final Times times;
  private final OrderPage page;

  ParcelWriter(Words words, Times times, OrderPage page) {
    this.words = words;
    this.times = times;
    this.page = page;
  }

  View.Parcel parcel(int index) {
    ShownParcel parcel = page.parcels().get(index);
    int all = page.parcels().size();
    Stage stage = parcel.stage();
    List<View.Scan> scans = scans(parcel);
    int seen = Math.min(AT_ONCE, scans.size());
    boolean goesOn = stage.compareTo(Stage.RETURNED) < 0;
    int step = step(parcel.track().status());
    return new View.Parcel(
        index + 1,
        all == 1 ? words.of("parcel") : words.of("parcel_of", index + 1, all),
        words.of("parcel_" + stage.wireName()),
        stage.compareTo(Stage.DELIVERED) > 0,
        goesOn ? words.of("step", step, STEPS) : null,
        goesOn
            ? IntStream.rangeClosed(1, STEPS).mapToObj(i -> new View.Step(i <= step)).toList()
            : List.of(),
        proof(parcel),
        advice(stage),
        carrier(parcel),
        Line.of(parcel.trackingNumber()),
        parcel.link(),
        words.of("follow", Line.of(parcel.carrier())),
        new ItemWriter(words, times).contents(parcel.contents(), Room.items(all)),
        scans.subList(0, seen),
        scans.subList(seen, scans.size()));
  }

  /** Some services have their carrier's name in theirs. */
  private static String carrier(ShownParcel parcel) {
    return Line.of(
        parcel.service().startsWith(parcel.carrier())
            ? parcel.service()
            : parcel.carrier() + " " + parcel.service());
  }

  /** What the page says to do about another parcel is not said again of this one. */
  private @Nullable String advice(Stage stage) {
    Advice advice = stage.advice();
    return stage.compareTo(Stage.DELIVERED) > 0
            && advice != Advice.NOTHING
            && advice != page.advice()
        ? words.of("advice_" + advice.wireName())
        : null;
  }

  private List<View.Scan> scans(ShownParcel parcel) {
    List<View.Scan> scans = new ArrayList<>();
    for (Scan scan : parcel.track().scans().reversed()) {
      if (scans.size() == Room.scans(page.parcels().size())) {
        break;
      }
      String place = Line.of(scan.place());
      scans.add(
          new View.Scan(
              what(scan),
              why(scan),
              times.at(scan.occurredAt()),
              times.machine(scan.occurredAt()),
              place.isEmpty() ? null : place));
    }
    return scans;
  }

  private String what(Scan scan) {
    TrackingStatus status = scan.status();
    TrackingFlag flag = scan.flag();
    if (status != null) {
      return words.of("scan_" + status.wireName());
    }
    return flag == null ? "" : words.of("scan_" + flag.wireName());
  }

  private static @Nullable String why(Scan scan) {
    ScanReason reason = scan.reason();
    String why = reason == null ? "" : Line.of(reason.words());
    return why.isEmpty() ? null : why;
  }

  /** A picture is not linked to: it shows a door, and whoever has the page's address sees it. */
  private List<String> proof(ShownParcel parcel) {
    List<String> proof = new ArrayList<>();
    parcel
        .track()
        .proof()
        .ifPresent(shown -> {
          String who = shown.signedBy();
          String where = shown.leftAt();
          if (who != null) {
            proof.add(words.of("signed_by", shortened(Line.of(who))));
          }
          if (where != null) {
            proof.add(words.of("left_at", Line.of(where)));
          }
        });
    return proof;
  }

  /** "Sam E.": enough for whoever lives there. */
  private static String shortened(String name) {
    List<String> parts = List.of(name.split(" ", -1));
    String last = parts.getLast();
    return parts.size() == 1
        ? name
        : parts.getFirst() + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".";
  }

  private static int step(TrackingStatus status) {
    return switch (status) {
      case LABEL_MADE -> 1;
      case ACCEPTED, IN_TRANSIT -> 2;
      case OUT_FOR_DELIVERY -> 3;
      case DELIVERED, RETURNED -> STEPS;
    };
  }
}
