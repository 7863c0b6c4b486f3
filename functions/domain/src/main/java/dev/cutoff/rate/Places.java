package dev.cutoff.rate;

import dev.cutoff.geo.Place;
import java.util.Optional;

/** Where postcodes are. */
public interface Places {
  /** Centre of the postcode's area (US: ZIP3); empty where it is unknown. */
  Optional<Place> place(String country, String postcode);
}
