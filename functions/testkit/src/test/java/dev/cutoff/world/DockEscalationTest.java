package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.DismissingDockException;
import dev.cutoff.exception.application.EscalatingDockExceptions;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is named at a dock has an owner and a clock, as held orders have. */
final class DockEscalationTest {
  private static final String SUBJECT = "manifest EAST swift 2026-11-23";

  private final World world = new World();
  private final Rules rules = world.merchants.current().rules();
  private final RaisingDockException raising =
      new RaisingDockException(world.exceptions, world.merchants, world.clock);
  private final EscalatingDockExceptions escalating =
      new EscalatingDockExceptions(world.exceptions, world.merchants, world.clock);

  @Test
  void whoeverDoesNothingInTimeHandsItToTheNextOwnerAndTheLastOneKeepsIt() {
    assertThat(rules.owners()).as("there is somebody else").hasSizeGreaterThan(1);
    missed();
    world.clock.advance(rules.exceptionDue().minus(Duration.ofMinutes(1)));
    assertThat(escalating.escalate()).isZero();
    assertThat(entry().owner()).isEqualTo(rules.owners().getFirst());

    for (int level = 1; level < rules.owners().size(); level++) {
      world.clock.advance(rules.exceptionDue());
      assertThat(escalating.escalate()).isEqualTo(1);
      assertThat(escalating.escalate()).as("once for each clock").isZero();
      assertThat(entry().owner()).isEqualTo(rules.owners().get(level));
      assertThat(entry().escalation()).isEqualTo(level);
      assertThat(entry().dueAt()).isEqualTo(world.clock.instant().plus(rules.exceptionDue()));
    }

    world.clock.advance(Duration.ofDays(7));
    assertThat(escalating.escalate()).isZero();
    assertThat(entry().owner()).isEqualTo(rules.owners().getLast());
    assertThat(entry().resolution()).isNull();
  }

  @Test
  void whatIsFoundAgainKeepsItsOwnerAndWhatIsDismissedIsHandedToNobody() {
    missed();
    world.clock.advance(rules.exceptionDue());
    assertThat(escalating.escalate()).isEqualTo(1);
    missed();
    assertThat(entry().escalation()).isEqualTo(1);

    var _ =
        new DismissingDockException(world.exceptions, world.clock)
            .dismiss(entry(), Action.DISMISS, "ops-lead");
    world.clock.advance(Duration.ofDays(7));
    assertThat(escalating.escalate()).isZero();
  }

  private void missed() {
    raising.raise(
        new DockException.Finding(
            SUBJECT,
            Refusal.of(Reason.PICKUP_MISSED, "missed, seen at " + world.clock.instant(), Map.of()),
            List.of()));
  }

  private DockException entry() {
    return world.exceptions.latestAtDock(SUBJECT, Reason.PICKUP_MISSED).orElseThrow();
  }
}
