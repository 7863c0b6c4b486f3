package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.Workload;
import dev.cutoff.stock.Reservation;
import java.util.stream.Collectors;

/** What the shop itself has planned and delivered. */
public final class RecordedCircumstances implements Circumstances {
  private final PlannedLoads loads;
  private final LearnedTransits learned;

  public RecordedCircumstances(PlannedLoads loads, LearnedTransits learned) {
    this.loads = loads;
    this.learned = learned;
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
}
