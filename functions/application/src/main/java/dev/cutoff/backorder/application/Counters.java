package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Promised;
import dev.cutoff.backorder.Waiter;
import dev.cutoff.inbound.InboundLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What changes of the list mean for the inbound lines that were promised. */
public final class Counters {
  private final Map<Name, Change> byLine = new TreeMap<>();

  private Counters() {}

  /** An inbound line. */
  public record Name(String reference, String line) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int first = reference.compareTo(other.reference);
      return first != 0 ? first : line.compareTo(other.line);
    }
  }

  /** Units promised more or less, of them for orders ahead of their day, and handed to those. */
  private record Change(long promised, long ahead, long handed) {
    Change plus(Change other) {
      return new Change(promised + other.promised, ahead + other.ahead, handed + other.handed);
    }
  }

  /** Of all these changes together. */
  public static Counters of(List<Backorders.Change> changes) {
    Counters counters = new Counters();
    for (Backorders.Change each : changes) {
      lines(each.before()).forEach(line -> counters.count(line, each.after()));
      lines(each.after())
          .forEach(line -> line.promised().forEach(promised -> counters.add(promised, 1)));
    }
    return counters;
  }

  private void count(Waiter.Line before, @Nullable Waiter after) {
    boolean came =
        !before.arrived()
            && lines(after).stream()
                .anyMatch(line -> line.demand().equals(before.demand()) && line.arrived());
    before
        .promised()
        .forEach(promised -> {
          if (came && promised.ahead()) {
            merge(promised, new Change(0, 0, promised.units()));
          } else {
            add(promised, -1);
          }
        });
  }

  private void add(Promised promised, int sign) {
    long units = sign * promised.units();
    merge(promised, new Change(units, promised.ahead() ? units : 0, 0));
  }

  private void merge(Promised promised, Change change) {
    if (promised.isInbound()) {
      byLine.merge(new Name(promised.reference(), promised.line()), change, Change::plus);
    }
  }

  private static List<Waiter.Line> lines(@Nullable Waiter waiter) {
    return waiter == null ? List.of() : waiter.lines();
  }

  /** The lines whose counters change. */
  public List<Name> lines() {
    return byLine.entrySet().stream()
        .filter(each -> !each.getValue().equals(new Change(0, 0, 0)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The lines after it.
   *
   * @param before as they are
   * @return empty where one of them has not enough
   */
  public Optional<List<InboundLine>> applied(List<InboundLine> before) {
    List<InboundLine> after = new ArrayList<>();
    for (InboundLine line : before) {
      Change change = Objects.requireNonNull(byLine.get(new Name(line.reference(), line.line())));
      Optional<InboundLine> next =
          (change.handed() > 0 ? line.handing(change.handed()) : Optional.of(line))
              .flatMap(each -> each.promising(change.promised(), change.ahead()));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      after.add(next.get());
    }
    return Optional.of(after);
  }
}
