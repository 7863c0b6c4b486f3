package dev.cutoff.merchant.application;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What maps know. */
public interface Geography {
  /** Centre of the postcode's area (US: ZIP3); empty where it is unknown. */
  Optional<Place> place(String country, String postcode);

  /** The recipient's time zone; the country's main one where nothing better is known. */
  ZoneId zone(Address address);

  /**
   * What the country wants and the address lacks, in words for a person ("postcode"); also a
   * postcode of the wrong form. Empty where all is there.
   */
  List<String> defects(Address address);
}
