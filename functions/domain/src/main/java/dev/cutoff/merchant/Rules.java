package dev.cutoff.merchant;

import dev.cutoff.customs.CustomsRules;
import dev.cutoff.postage.PostageRules;
import java.time.Duration;
import java.util.List;

/**
 * The shop's rules.
 *
 * @param deliverWithinDays the promise where the store's method says nothing
 * @param unpaidHold how long an unpaid order keeps its units
 * @param rateDeadline for all carriers together
 * @param owners of held orders, by escalation; never empty
 * @param exceptionDue the clock of each owner
 * @param stock the rules of stock
 * @param plan how plans are chosen
 * @param customs who pays duties where, and under which tax ids
 * @param dock how parcels are packed and handed over
 * @param postage what may be spent on labels
 * @param tracking when parcels on their way are looked after
 * @param promise what a broken promise asks for
 */
public record Rules(
    int deliverWithinDays,
    int deliverAbroadWithinDays,
    Duration unpaidHold,
    Duration rateDeadline,
    List<String> owners,
    Duration exceptionDue,
    StockRules stock,
    PlanRules plan,
    CustomsRules customs,
    DockRules dock,
    PostageRules postage,
    TrackingRules tracking,
    PromiseRules promise) {
  /** With the usual ones of tracking and of broken promises. */
  public Rules(
      int deliverWithinDays,
      int deliverAbroadWithinDays,
      Duration unpaidHold,
      Duration rateDeadline,
      List<String> owners,
      Duration exceptionDue,
      StockRules stock,
      PlanRules plan,
      CustomsRules customs,
      DockRules dock,
      PostageRules postage) {
    this(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        plan,
        customs,
        dock,
        postage,
        TrackingRules.PLAIN,
        PromiseRules.PLAIN);
  }

  /** Without limits of postage. */
  public Rules(
      int deliverWithinDays,
      int deliverAbroadWithinDays,
      Duration unpaidHold,
      Duration rateDeadline,
      List<String> owners,
      Duration exceptionDue,
      StockRules stock,
      PlanRules plan,
      CustomsRules customs,
      DockRules dock) {
    this(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        plan,
        customs,
        dock,
        PostageRules.NONE);
  }

  /** With the usual ones of packing and handing over. */
  public Rules(
      int deliverWithinDays,
      int deliverAbroadWithinDays,
      Duration unpaidHold,
      Duration rateDeadline,
      List<String> owners,
      Duration exceptionDue,
      StockRules stock,
      PlanRules plan,
      CustomsRules customs) {
    this(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        plan,
        customs,
        DockRules.PLAIN);
  }

  /** Without any of customs. */
  public Rules(
      int deliverWithinDays,
      int deliverAbroadWithinDays,
      Duration unpaidHold,
      Duration rateDeadline,
      List<String> owners,
      Duration exceptionDue,
      StockRules stock,
      PlanRules plan) {
    this(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        plan,
        CustomsRules.NONE);
  }

  /** With the usual rules of planning. */
  public Rules(
      int deliverWithinDays,
      int deliverAbroadWithinDays,
      Duration unpaidHold,
      Duration rateDeadline,
      List<String> owners,
      Duration exceptionDue,
      StockRules stock) {
    this(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        PlanRules.PLAIN);
  }

  /** The same with other limits of postage. */
  public Rules with(PostageRules limits) {
    return new Rules(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        plan,
        customs,
        dock,
        limits,
        tracking,
        promise);
  }

  /** The same with other rules of broken promises. */
  public Rules with(PromiseRules promises) {
    return new Rules(
        deliverWithinDays,
        deliverAbroadWithinDays,
        unpaidHold,
        rateDeadline,
        owners,
        exceptionDue,
        stock,
        plan,
        customs,
        dock,
        postage,
        tracking,
        promises);
  }

  public Rules {
    owners = List.copyOf(owners);
    if (owners.isEmpty()) {
      throw new IllegalArgumentException("exceptions need an owner");
    }
  }
}
