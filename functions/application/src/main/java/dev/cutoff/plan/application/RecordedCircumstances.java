package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.Workload;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.application.PostageStops;
import dev.cutoff.stock.Reservation;
import java.util.List;
import java.util.stream.Collectors;

/** What the shop itself has planned, delivered and stopped. */
public final class RecordedCircumstances implements Circumstances {
  private final PlannedLoads loads;
  private final LearnedTransits learned;
  private final PostageStops stops;

  public RecordedCircumstances(PlannedLoads loads, LearnedTransits learned, PostageStops stops) {
    this.loads = loads;
    this.learned = learned;
    this.stops = stops;
  }

  @Override
  public Workload workload(Merchant merchant, Wanted wanted) {
    return new LoadsOfOthers(
        loads,
        merchant.nodes(),
        wanted.held().stream().map(Reservation::orderId).collect(Collectors.toSet()),
        wanted.now());
  }

  @Override
  public Transit transit(Merchant merchant, Wanted wanted) {
    return learned.transit();
  }

  @Override
  public List<PostageStop> stops() {
    return stops.all();
  }
}
