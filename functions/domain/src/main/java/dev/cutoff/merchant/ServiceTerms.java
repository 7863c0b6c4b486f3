package dev.cutoff.merchant;

import dev.cutoff.money.Money;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a service does beyond carrying, and how long it takes.
 *
 * @param transit delivery days from hand-over to arrival and how many of a thousand parcels take so
 *     many, by the card's zone id; a zone that is missing takes its transit days with the service's
 *     share of parcels on time
 * @param signature price of a signature for a parcel; null where it takes none
 * @param adultSignature price of an adult's signature; null where it takes none
 * @param insurance null where it insures nothing
 * @param accepts classes of goods it carries beside the harmless ones
 * @param ground goes over land all the way
 * @param postBoxes delivers to post office boxes
 * @param military delivers to APO, FPO and DPO
 */
public record ServiceTerms(
    Map<String, SortedMap<Integer, Integer>> transit,
    @Nullable Money signature,
    @Nullable Money adultSignature,
    @Nullable Insurance insurance,
    Set<Goods.Hazard> accepts,
    boolean ground,
    boolean cold,
    boolean postBoxes,
    boolean military) {
  public static final ServiceTerms PLAIN =
      new ServiceTerms(Map.of(), null, null, null, Set.of(), false, false, true, true);

  public ServiceTerms {
    TreeMap<String, SortedMap<Integer, Integer>> copy = new TreeMap<>();
    transit.forEach((zone, days) ->
        copy.put(zone, java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days))));
    transit = java.util.Collections.unmodifiableMap(copy);
    accepts = java.util.Collections.unmodifiableSet(new TreeSet<>(accepts));
  }

  /**
   * Insurance of a parcel.
   *
   * @param basisPoints of the insured value
   * @param least smallest price
   * @param most highest value it insures
   */
  public record Insurance(long basisPoints, Money least, Money most) {}
}
