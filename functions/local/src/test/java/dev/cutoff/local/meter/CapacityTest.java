package dev.cutoff.local.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of DynamoDB's own documentation, in bytes. */
final class CapacityTest {
  private static final long KB = 1024;

  @Test
  void aWriteIsRoundedUpToWholeKilobytes() {
    assertThat(Capacity.write(0, KB / 2)).isEqualTo(1);
    assertThat(Capacity.write(0, KB)).isEqualTo(1);
    assertThat(Capacity.write(0, KB + 1)).isEqualTo(2);
    assertThat(Capacity.write(0, 3 * KB + KB / 2)).isEqualTo(4);
  }

  @Test
  void anUpdateCostsTheLargerOfBeforeAndAfter() {
    assertThat(Capacity.write(5 * KB, 2 * KB)).isEqualTo(5);
    assertThat(Capacity.write(2 * KB, 5 * KB)).isEqualTo(5);
  }

  @Test
  void deletingWhatIsNotThereCostsAUnit() {
    assertThat(Capacity.write(0, 0)).isEqualTo(1);
  }

  @Test
  void aTransactionWritesTwice() {
    assertThat(Capacity.transactionalWrite(0, 500)).isEqualTo(2);
    assertThat(Capacity.transactionalWrite(0, 3 * KB)).isEqualTo(6);
  }

  @Test
  void aReadIsRoundedUpToFourKilobytes() {
    assertThat(Capacity.read(3 * KB + KB / 2, true)).isEqualTo(1);
    assertThat(Capacity.read(10 * KB, true)).isEqualTo(3);
    // Ten items of 40.8 KB together.
    assertThat(Capacity.read(41_780, true)).isEqualTo(11);
  }

  @Test
  void anEventuallyConsistentReadIsHalfOfIt() {
    assertThat(Capacity.read(10 * KB, false)).isEqualTo(1.5);
    assertThat(Capacity.read(100, false)).isEqualTo(0.5);
  }

  @Test
  void aReadInATransactionIsTwiceOfIt() {
    assertThat(Capacity.transactionalRead(5 * KB)).isEqualTo(4);
  }

  @Test
  void readingWhatIsNotThereCostsTheLeast() {
    assertThat(Capacity.read(0, true)).isEqualTo(1);
    assertThat(Capacity.read(0, false)).isEqualTo(0.5);
  }
}
