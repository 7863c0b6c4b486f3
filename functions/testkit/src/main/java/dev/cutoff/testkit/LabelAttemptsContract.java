package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Asked;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.stock.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LabelAttempts} does. */
public abstract class LabelAttemptsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final ShipmentId SHIPMENT = new ShipmentId("SHP-DTC-1-1");

  private LabelAttempts attempts;

  /** One with nothing in it. */
  protected abstract LabelAttempts fresh();

  @BeforeEach
  void open() {
    attempts = fresh();
  }

  @Test
  void a_failed_label_does_not_block_a_new_one() {
    Attempt first = attempt(1, 1);
    assertThat(attempts.begin(first)).isTrue();
    attempts.record(first.in(State.REFUSED));
    Attempt second = attempt(1, 2);
    assertThat(attempts.begin(second)).isTrue();
    assertThat(attempts.of(SHIPMENT)).containsExactly(first.in(State.REFUSED), second);
  }

  @Test
  void one_that_was_refused_before_the_carrier_was_asked_is_kept_as_such() {
    Attempt refused = attempt(1, 1).in(State.REFUSED);
    assertThat(attempts.begin(refused)).isTrue();
    assertThat(attempts.begin(attempt(1, 1))).isFalse();
    assertThat(attempts.of(SHIPMENT)).containsExactly(refused);
  }

  @Test
  void the_same_reference_begins_once() throws Exception {
    assertThat(Together.run(12, number -> attempts.begin(attempt(1, 1))))
        .filteredOn(first -> first)
        .hasSize(1);
    attempts.record(bought(attempt(1, 1)));
    assertThat(attempts.begin(attempt(1, 1))).isFalse();
    assertThat(attempts.of(SHIPMENT)).containsExactly(bought(attempt(1, 1)));
  }

  @Test
  void attempts_come_by_parcel_and_number() {
    attempts.begin(attempt(10, 1));
    attempts.begin(attempt(2, 10));
    attempts.begin(attempt(2, 9));
    assertThat(attempts.of(SHIPMENT))
        .containsExactly(attempt(2, 9), attempt(2, 10), attempt(10, 1));
    assertThat(attempts.of(new ShipmentId("SHP-DTC-1-2"))).isEmpty();
    assertThat(attempts.of(new ShipmentId("SHP-DTC-1"))).isEmpty();
  }

  @Test
  void a_voided_label_is_never_bought_again() {
    Attempt bought = bought(attempt(1, 1));
    attempts.begin(attempt(1, 1));
    attempts.record(bought);
    attempts.record(bought);
    attempts.record(bought.in(State.VOIDED));
    assertThatThrownBy(() -> attempts.record(bought)).isInstanceOf(IllegalStateException.class);
    assertThat(attempts.of(SHIPMENT)).containsExactly(bought.in(State.VOIDED));
  }

  @Test
  void a_second_paid_label_never_hides_the_first() {
    Attempt bought = bought(attempt(1, 1));
    attempts.begin(attempt(1, 1));
    attempts.record(bought);
    Attempt other =
        attempt(1, 1).bought("label-2", "TRK-2", Money.of(900, "USD"), "l2.pdf", "l2.zpl");
    assertThatThrownBy(() -> attempts.record(other)).isInstanceOf(IllegalStateException.class);
    assertThat(attempts.of(SHIPMENT)).containsExactly(bought);
  }

  @Test
  void an_answer_that_comes_late_is_kept() {
    attempts.begin(attempt(1, 1));
    attempts.record(attempt(1, 1).in(State.NOT_BOUGHT));
    attempts.record(bought(attempt(1, 1)));
    attempts.record(bought(attempt(1, 1)).in(State.ORPHAN));
    attempts.record(bought(attempt(1, 1)).in(State.VOIDED));
    assertThat(attempts.of(SHIPMENT)).containsExactly(bought(attempt(1, 1)).in(State.VOIDED));
  }

  @Test
  void one_that_was_not_bought_may_be_asked_for_again_and_refused() {
    attempts.begin(attempt(1, 1));
    attempts.record(attempt(1, 1).in(State.NOT_BOUGHT));
    attempts.record(attempt(1, 1).in(State.REFUSED));
    assertThat(attempts.of(SHIPMENT)).containsExactly(attempt(1, 1).in(State.REFUSED));
  }

  @Test
  void of_two_who_ask_for_it_again_one_does() {
    Attempt not = attempt(1, 1).in(State.NOT_BOUGHT);
    attempts.begin(attempt(1, 1));
    assertThat(attempts.askAgain(not, NOON)).isFalse();
    attempts.record(not);
    Instant later = NOON.plusSeconds(600);
    assertThat(attempts.askAgain(not, later)).isTrue();
    assertThat(attempts.askAgain(not, later.plusSeconds(1))).isFalse();
    assertThat(attempts.of(SHIPMENT)).containsExactly(not.again(later));
    assertThat(attempts.askAgain(not.again(later), later.plusSeconds(900))).isTrue();
    attempts.record(bought(not.again(later.plusSeconds(900))));
    assertThat(attempts.askAgain(not.again(later.plusSeconds(900)), later.plusSeconds(999)))
        .isFalse();
  }

  @Test
  void the_same_label_made_anew_changes_nothing() {
    attempts.begin(attempt(1, 1));
    attempts.record(bought(attempt(1, 1)));
    attempts.record(
        attempt(1, 1).bought("label-1", "TRK-1", Money.of(1_145, "USD"), "n.pdf", "n.zpl"));
    assertThat(attempts.of(SHIPMENT)).containsExactly(bought(attempt(1, 1)));
  }

  @Test
  void what_was_sold_beside_another_begins_as_an_orphan() {
    Attempt orphan = bought(attempt(1, 1)).in(State.ORPHAN);
    assertThat(attempts.begin(orphan)).isTrue();
    assertThat(attempts.begin(orphan)).isFalse();
    attempts.record(orphan.in(State.VOIDED));
    assertThat(attempts.of(SHIPMENT)).containsExactly(orphan.in(State.VOIDED));
  }

  @Test
  void what_never_began_or_has_gone_on_already_is_a_bug() {
    assertThatThrownBy(() -> attempts.record(bought(attempt(1, 1))))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> attempts.begin(bought(attempt(1, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Attempt bought(Attempt attempt) {
    return attempt.bought("label-1", "TRK-1", Money.of(1_145, "USD"), "l.pdf", "l.zpl");
  }

  private static Attempt attempt(int parcel, int number) {
    return new Attempt(
        SHIPMENT.parcel(parcel) + "-" + number,
        new OrderId("DTC-1"),
        SHIPMENT,
        SHIPMENT.parcel(parcel),
        number,
        "swift",
        "ground",
        State.BEGUN,
        null,
        null,
        null,
        null,
        null,
        NOON,
        null,
        new Asked(
            new NodeId("EAST"), "S", 540, LocalDate.parse("2026-11-24"), Money.of(1_145, "USD")),
        NOON.plus(Duration.ofDays(28)),
        null);
  }
}
