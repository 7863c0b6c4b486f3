package dev.cutoff.local.outage;

import dev.cutoff.carrier.application.AroundProvider;
import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.local.Options;
import dev.cutoff.local.time.Scheduler;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carriers that are away by script. Whoever asks one of them meanwhile gets no answer and nothing
 * is bought or voided there; the others are not touched. A carrier of rate cards can be away too:
 * its provider is asked as a live one is, as long as there is a script for one of its carriers.
 */
public final class Outages implements CarrierLine {
  private final List<Outage> outages;
  private final Set<String> liveProviders;
  private final Scheduler scheduler;
  private final ZoneId zone;
  private final Consumer<String> log;

  private Outages(
      List<Outage> outages,
      Set<String> liveProviders,
      Scheduler scheduler,
      ZoneId zone,
      Consumer<String> log) {
    this.outages = outages;
    this.liveProviders = liveProviders;
    this.scheduler = scheduler;
    this.zone = zone;
    this.log = log;
  }

  /**
   * Reads the scripts.
   *
   * @param texts "ups=14:00-16:00", in the zone of the first node by name; none is no outage at all
   */
  public static Outages of(
      List<String> texts, Merchant merchant, Scheduler scheduler, Consumer<String> log) {
    List<Outage> outages = texts.stream().map(Outage::parse).toList();
    for (Outage each : outages) {
      if (!merchant.carriers().containsKey(each.carrier())) {
        throw new Options.Wrong(
            "--outage names the carrier '%s'; the merchant file has %s"
                .formatted(each.carrier(), merchant.carriers().keySet()));
      }
    }
    Set<String> live =
        outages.stream()
            .map(each -> Optional.ofNullable(merchant.carriers().get(each.carrier())).orElseThrow())
            .map(Carrier::provider)
            .collect(Collectors.toCollection(TreeSet::new));
    ZoneId zone =
        merchant.nodes().values().stream().map(Node::zone).findFirst().orElse(ZoneOffset.UTC);
    return new Outages(outages, live, scheduler, zone, log);
  }

  /** Says aloud what is played, and each time that one begins or ends. */
  public void start() {
    for (Outage each : outages) {
      log.accept("OUTAGE BY SCRIPT: %s, %s time, every day".formatted(each.inWords(), zone));
    }
    announceNext();
  }

  /** One after the other: a day has its beginnings and ends, clock changes included. */
  private void announceNext() {
    Instant now = scheduler.now();
    List<Turn> all =
        outages.stream()
            .flatMap(each ->
                Stream.of(
                    new Turn(next(each.from(), now), each, true),
                    new Turn(next(each.to(), now), each, false)))
            .toList();
    all.stream()
        .map(Turn::at)
        .min(Comparator.naturalOrder())
        .ifPresent(first ->
            scheduler.guard(
                first,
                () -> {
                  all.stream()
                      .filter(each -> each.at().equals(first))
                      .forEach(each -> log.accept(each.inWords()));
                  announceNext();
                }));
  }

  private record Turn(Instant at, Outage outage, boolean begins) {
    private String inWords() {
      return begins
          ? "OUTAGE BEGINS: " + outage.inWords()
          : "OUTAGE OVER: " + outage.carrier() + " answers again";
    }
  }

  private Instant next(LocalTime time, Instant now) {
    ZonedDateTime today = now.atZone(zone).with(time);
    Instant at = today.toInstant();
    return at.isAfter(now) ? at : today.plusDays(1).toInstant();
  }

  @Override
  public CarrierProvider to(CarrierProvider provider) {
    return liveProviders.contains(provider.name()) ? new Played(provider) : provider;
  }

  private final class Played extends AroundProvider {
    private Played(CarrierProvider inner) {
      super(inner);
    }

    @Override
    public boolean isLive() {
      return true;
    }

    @Override
    protected <T> T around(Carrier carrier, Operation operation, Supplier<T> question) {
      LocalTime time = scheduler.now().atZone(zone).toLocalTime();
      for (Outage each : outages) {
        if (each.carrier().equals(carrier.id()) && each.isAt(time)) {
          throw each.fails();
        }
      }
      return question.get();
    }
  }
}
