package dev.cutoff.testkit;

import dev.cutoff.backorder.application.Counters;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.Receipt;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What suppliers promised, in memory. */
public final class InMemoryInbounds implements Inbounds {
  private static final int PAGE = 50;

  private final SortedMap<String, Inbound> inbounds = new TreeMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();

  @Override
  public synchronized Optional<Inbound> find(String reference) {
    return Optional.ofNullable(inbounds.get(reference));
  }

  @Override
  public synchronized List<InboundLine> expected(Collection<Sku> skus) {
    Set<Sku> wanted = new TreeSet<>(skus);
    return inbounds.values().stream()
        .flatMap(inbound -> inbound.lines().stream())
        .filter(line -> wanted.contains(line.sku()))
        .filter(line -> line.open() > 0 || line.promised() > 0)
        .sorted(InboundLine.SOONEST_FIRST)
        .toList();
  }

  @Override
  public synchronized boolean save(@Nullable Inbound before, Inbound after) {
    if (!Objects.equals(inbounds.get(after.reference()), before)) {
      return false;
    }
    inbounds.put(after.reference(), after);
    return true;
  }

  @Override
  public synchronized Optional<Receipt> receipt(String reference, String receiptId) {
    return Optional.ofNullable(receipts.get(reference + "#" + receiptId));
  }

  @Override
  public synchronized Counted receive(Receipt receipt) {
    Optional<InboundLine> line = find(receipt.reference()).flatMap(it -> it.line(receipt.line()));
    if (line.isEmpty()) {
      return new Counted.NoSuchLine();
    }
    Receipt known = receipts.putIfAbsent(receipt.reference() + "#" + receipt.id(), receipt);
    if (known != null) {
      return known.tellsLike(receipt)
          ? new Counted.Already(line.get())
          : new Counted.Differs(known);
    }
    InboundLine after = line.get().receiving(receipt.good(), receipt.damaged(), receipt.last());
    put(after);
    return new Counted.Done(after);
  }

  @Override
  public synchronized Page list(@Nullable String cursor) {
    List<Inbound> items =
        inbounds.tailMap(cursor == null ? "" : cursor + "\0").values().stream()
            .limit(PAGE + 1L)
            .toList();
    return items.size() > PAGE
        ? new Page(items.subList(0, PAGE), items.get(PAGE - 1).reference())
        : new Page(items, null);
  }

  /** False where a line has not enough to promise. */
  synchronized boolean count(Counters counters) {
    List<InboundLine> before = new ArrayList<>();
    for (Counters.Name name : counters.lines()) {
      Optional<InboundLine> line = find(name.reference()).flatMap(it -> it.line(name.line()));
      if (line.isEmpty()) {
        return false;
      }
      before.add(line.get());
    }
    Optional<List<InboundLine>> after = counters.applied(before);
    after.ifPresent(lines -> lines.forEach(this::put));
    return after.isPresent();
  }

  /** All lines, for tests. */
  public synchronized List<InboundLine> lines() {
    return inbounds.values().stream().flatMap(inbound -> inbound.lines().stream()).toList();
  }

  private void put(InboundLine line) {
    Inbound inbound = find(line.reference()).orElseThrow();
    List<InboundLine> lines =
        inbound.lines().stream()
            .map(each -> each.line().equals(line.line()) ? line : each)
            .toList();
    inbounds.put(
        line.reference(),
        new Inbound(
            inbound.reference(), inbound.version(), inbound.kind(), inbound.supplier(), lines));
  }
}
