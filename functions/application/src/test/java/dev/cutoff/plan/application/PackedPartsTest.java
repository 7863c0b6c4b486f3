package dev.cutoff.plan.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Box;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of an order. */
final class PackedPartsTest {
  private static final Sku TEE = new Sku("TEE");
  private static final Sku MUG = new Sku("MUG");

  /** Else one node would hold two reservations of the same line, which are one to the stock. */
  @Test
  void unitsOfALineThatWereCutAndComeTogetherAgainAreOneDemand() {
    PackedParts parts =
        new PackedParts(
            List.of(
                part(Demand.of("1", TEE, 2)),
                part(Demand.of("2", MUG, 4)),
                part(Demand.of("1", TEE, 1))),
            new NoPacking(),
            List.of());

    assertThat(parts.demands(0b111))
        .containsExactly(Demand.of("1", TEE, 3), Demand.of("2", MUG, 4));
    assertThat(parts.demands(0b011))
        .containsExactly(Demand.of("1", TEE, 2), Demand.of("2", MUG, 4));
  }

  private static Part part(Demand demand) {
    return new Part(List.of(demand), List.of(), 0);
  }

  /** Nothing is packed here. */
  private static final class NoPacking implements Packing {
    @Override
    public Outcome pack(List<Units> units, List<Box> boxes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<List<Parcel>> alternatives(List<Units> units, List<Box> boxes) {
      throw new UnsupportedOperationException();
    }
  }
}
