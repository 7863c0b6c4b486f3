package dev.cutoff.exception;

import dev.cutoff.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can still be done for an order, and what it costs.
 *
 * @param action that does it; null where nobody can choose it yet and it is only told
 * @param what in words: "upgrade to Swift Air (swift air) from EAST"
 * @param plan how it would be sent; null where nothing would be
 * @param before the last moment for it; null where there is time
 * @param extra what it costs beyond what is planned; null where nothing is planned
 */
public record PricedOption(
    @Nullable Action action,
    String what,
    @Nullable Sending plan,
    @Nullable Instant before,
    @Nullable Money extra) {

  /**
   * How an order would be sent.
   *
   * @param legs carrier and service of each node
   * @param arrives the day by which all of it most likely arrives
   * @param chance of keeping the promised day, 0 to 1
   * @param cost fulfilment cost, all of it
   * @param provisional the price is by rate card: the carrier is asked again before it is paid
   */
  public record Sending(
      List<Leg> legs, LocalDate arrives, double chance, Money cost, boolean provisional) {
    public Sending {
      legs = List.copyOf(legs);
    }
  }

  /** What goes from one node. */
  public record Leg(String node, String carrier, String service) {}
}
