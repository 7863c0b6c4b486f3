package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.dynamodb.Dynamo.Transacted;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.CrowdedStock.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The claims of one batch, in their order, and what has become of each so far. */
final class Crowd {
  private static final int MOST_ROWS = 100;

  private final Dynamo dynamo;
  private final ReservationRows rows;
  private final Stripes stripes;
  private final Cause cause;
  private final List<Claim> claims = new ArrayList<>();

  Crowd(
      Dynamo dynamo,
      ReservationRows rows,
      Stripes stripes,
      Cause cause,
      List<List<Reservation>> wanted) {
    this.dynamo = dynamo;
    this.rows = rows;
    this.stripes = stripes;
    this.cause = cause;
    wanted.forEach(each -> claims.add(new Claim(each)));
  }

  /** What one order wants. */
  private static final class Claim {
    final List<Reservation> wanted;
    final List<List<Reservation>> byRow;
    final SortedMap<Shelf, Long> units = new TreeMap<>();
    Answer answer = Answer.UNDECIDED;

    Claim(List<Reservation> wanted) {
      Reserving.checked(wanted);
      this.wanted = wanted;
      this.byRow = List.copyOf(ReservationRows.byRow(wanted).values());
      wanted.forEach(each -> units.merge(each.shelf(), each.quantity(), Math::addExact));
    }

    boolean fits(Map<Shelf, Long> left) {
      return units.entrySet().stream()
          .allMatch(each -> each.getValue() <= left.getOrDefault(each.getKey(), 0L));
    }
  }

  SortedSet<Shelf> shelves() {
    SortedSet<Shelf> all = new TreeSet<>();
    claims.forEach(each -> all.addAll(each.units.keySet()));
    return all;
  }

  List<Answer> answers() {
    return claims.stream().map(each -> each.answer).toList();
  }

  /** Goes on until all have their answer. */
  void decide() {
    List<Claim> waiting = new ArrayList<>(claims);
    while (!waiting.isEmpty()) {
      List<Claim> some = together(waiting);
      if (some.isEmpty()) {
        waiting.forEach(each -> each.answer = Answer.SHORT);
        return;
      }
      waiting.removeAll(new HashSet<>(some));
      settle(some);
    }
  }

  /**
   * The next ones that fit, as many as one transaction takes. Who doesn't is asked again: some of
   * those before may have been served before, and leave what was counted for them.
   */
  private List<Claim> together(List<Claim> waiting) {
    Map<Shelf, Long> left = new HashMap<>();
    shelves(waiting).forEach(shelf -> left.put(shelf, stripes.left(shelf)));
    List<Claim> some = new ArrayList<>();
    Set<Shelf> touched = new HashSet<>();
    int written = 0;
    for (Claim each : waiting) {
      Set<Shelf> more = new HashSet<>(touched);
      more.addAll(each.units.keySet());
      if (!each.fits(left)) {
        continue;
      }
      if (more.size() + written + each.byRow.size() > MOST_ROWS) {
        break;
      }
      touched = more;
      written += each.byRow.size();
      each.units.forEach((shelf, units) -> left.merge(shelf, -units, Long::sum));
      some.add(each);
    }
    return some;
  }

  private static Set<Shelf> shelves(Collection<Claim> some) {
    Set<Shelf> all = new HashSet<>();
    some.forEach(each -> all.addAll(each.units.keySet()));
    return all;
  }

  private void settle(List<Claim> some) {
    List<Claim> open = new ArrayList<>(some);
    while (!open.isEmpty()) {
      SortedMap<Shelf, Long> sums = new TreeMap<>();
      open.forEach(
          each -> each.units.forEach((shelf, units) -> sums.merge(shelf, units, Long::sum)));
      List<TransactWriteItem> items = new ArrayList<>();
      sums.forEach((shelf, units) -> items.add(stripes.take(shelf, units)));
      open.forEach(claim -> claim.byRow.forEach(each -> items.add(rows.write(each, cause))));
      if (!(dynamo.transact("reserve for many", items) instanceof Transacted.Refused refused)) {
        sums.forEach(stripes::took);
        open.forEach(each -> each.answer = Answer.RESERVED);
        return;
      }
      open = answered(open, sums.size(), refused) ? undecided(open) : tooLow(open, sums, refused);
    }
  }

  private static List<Claim> undecided(List<Claim> some) {
    return some.stream().filter(each -> each.answer == Answer.UNDECIDED).toList();
  }

  /** Tells those whose reservations are there; whether there were any. */
  private static boolean answered(List<Claim> open, int first, Transacted.Refused refused) {
    boolean any = false;
    int item = first;
    for (Claim claim : open) {
      Map<String, Reservation> there = new HashMap<>();
      boolean met = false;
      for (int i = 0; i < claim.byRow.size(); i++, item++) {
        if (refused.failed(item)) {
          met = true;
          read(refused.row(item), there);
        }
      }
      if (met) {
        claim.answer = serves(there, claim) ? Answer.RESERVED : Answer.USED;
        any = true;
      }
    }
    return any;
  }

  private static void read(Map<String, AttributeValue> row, Map<String, Reservation> there) {
    ReservationRows.read(row).forEach(each -> there.put(each.key(), each));
  }

  private static boolean serves(Map<String, Reservation> there, Claim claim) {
    return claim.wanted.stream()
        .allMatch(each -> {
          Reservation known = there.get(each.key());
          return known != null && Reserving.serves(known, each);
        });
  }

  /** Those that still fit, in their order, by the rows that refused; the others are told. */
  private List<Claim> tooLow(
      List<Claim> open, SortedMap<Shelf, Long> sums, Transacted.Refused refused) {
    boolean more = false;
    int item = 0;
    for (Shelf shelf : sums.keySet()) {
      if (refused.failed(item)) {
        more |= stripes.another(shelf, refused.row(item));
      }
      item++;
    }
    if (more) {
      return open;
    }
    Map<Shelf, Long> left = new HashMap<>();
    sums.keySet().forEach(shelf -> left.put(shelf, stripes.left(shelf)));
    List<Claim> fit = new ArrayList<>();
    for (Claim each : open) {
      if (each.fits(left)) {
        each.units.forEach((shelf, units) -> left.merge(shelf, -units, Long::sum));
        fit.add(each);
      } else {
        each.answer = Answer.SHORT;
      }
    }
    if (fit.size() == open.size()) {
      throw new TryAgainLater("DynamoDB: refused without a reason that is known");
    }
    return Collections.unmodifiableList(fit);
  }
}
