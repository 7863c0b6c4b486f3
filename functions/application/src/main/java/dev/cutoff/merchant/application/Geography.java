package dev.cutoff.merchant.application;

import dev.cutoff.geo.Address;
import dev.cutoff.rate.Places;
import java.time.ZoneId;
import java.util.List;

/** What maps know. */
public interface Geography extends Places {
  /** The recipient's time zone; the country's main one where nothing better is known. */
  ZoneId zone(Address address);

  /**
   * What the country wants and the address lacks, in words for a person ("postcode"); also a
   * postcode of the wrong form. Empty where all is there.
   */
  List<String> defects(Address address);

  /**
   * The same of country, region and postcode alone, for whom neither person nor street is known
   * yet; a region that nobody said is no defect.
   */
  List<String> destinationDefects(Address address);
}
