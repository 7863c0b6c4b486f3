package dev.cutoff.customs;

import dev.cutoff.geo.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who pays duties where, and under which tax ids parcels go there. */
public record CustomsRules(List<Destination> destinations) {
  public static final CustomsRules NONE = new CustomsRules(List.of());

  public CustomsRules {
    destinations = List.copyOf(destinations);
  }

  /**
   * What holds for some places.
   *
   * @param to countries ("DE") or regions of one ("ES-CN")
   */
  public record Destination(Set<String> to, Incoterm incoterm, List<TaxId> taxIds) {
    public Destination {
      to = java.util.Collections.unmodifiableSet(new TreeSet<>(to));
      taxIds = List.copyOf(taxIds);
    }
  }

  /** Of the region where it is named, else of the country. */
  public Optional<Destination> of(Address to) {
    Optional<Destination> region =
        to.region().isBlank() ? Optional.empty() : named(to.country() + "-" + to.region());
    return region.or(() -> named(to.country()));
  }

  private Optional<Destination> named(String place) {
    return destinations.stream().filter(each -> each.to().contains(place)).findFirst();
  }
}
