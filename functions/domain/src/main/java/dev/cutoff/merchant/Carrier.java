package dev.cutoff.merchant;

import dev.cutoff.money.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A parcel carrier under the shop's own contract, or behind a provider.
 *
 * @param id as in POST /tracking/{carrierId}
 * @param provider which adapter speaks to it, "ratecard"
 * @param secretName of the secret its webhooks are signed with
 * @param pickupDays weekdays on which it collects
 * @param deliveryDays weekdays on which it delivers
 * @param limits where the shop uses it, and where not
 * @param account null where no network is needed
 * @param invoice how it writes its invoices; null where they are not matched
 * @param tracking how it tells where parcels are
 * @param trackingUrl its page of a parcel, with {@value #NUMBER} for the tracking number; empty
 *     where customers are sent to none
 */
public record Carrier(
    String id,
    String name,
    String provider,
    String secretName,
    Set<DayOfWeek> pickupDays,
    Set<DayOfWeek> deliveryDays,
    List<Service> services,
    CarrierLimits limits,
    @Nullable CarrierAccount account,
    @Nullable InvoiceColumns invoice,
    CarrierTracking tracking,
    String trackingUrl) {
  /** What a tracking number is put in the place of. */
  public static final String NUMBER = "{number}";

  /** Without an account: no money moves before the parcel does, so there is no hurry. */
  public static final Duration VOID_WITHIN = Duration.ofDays(30);

  /** One to whose pages no customer is sent. */
  public Carrier(
      String id,
      String name,
      String provider,
      String secretName,
      Set<DayOfWeek> pickupDays,
      Set<DayOfWeek> deliveryDays,
      List<Service> services,
      CarrierLimits limits,
      @Nullable CarrierAccount account,
      @Nullable InvoiceColumns invoice,
      CarrierTracking tracking) {
    this(
        id,
        name,
        provider,
        secretName,
        pickupDays,
        deliveryDays,
        services,
        limits,
        account,
        invoice,
        tracking,
        "");
  }

  /** One that tells by itself where parcels are. */
  public Carrier(
      String id,
      String name,
      String provider,
      String secretName,
      Set<DayOfWeek> pickupDays,
      Set<DayOfWeek> deliveryDays,
      List<Service> services,
      CarrierLimits limits,
      @Nullable CarrierAccount account,
      @Nullable InvoiceColumns invoice) {
    this(
        id,
        name,
        provider,
        secretName,
        pickupDays,
        deliveryDays,
        services,
        limits,
        account,
        invoice,
        CarrierTracking.PLAIN);
  }

  /** One whose invoices are not matched. */
  public Carrier(
      String id,
      String name,
      String provider,
      String secretName,
      Set<DayOfWeek> pickupDays,
      Set<DayOfWeek> deliveryDays,
      List<Service> services,
      CarrierLimits limits,
      @Nullable CarrierAccount account) {
    this(id, name, provider, secretName, pickupDays, deliveryDays, services, limits, account, null);
  }

  /** One that needs no account. */
  public Carrier(
      String id,
      String name,
      String provider,
      String secretName,
      Set<DayOfWeek> pickupDays,
      Set<DayOfWeek> deliveryDays,
      List<Service> services,
      CarrierLimits limits) {
    this(id, name, provider, secretName, pickupDays, deliveryDays, services, limits, null);
  }

  /** One that is used wherever it serves. */
  public Carrier(
      String id,
      String name,
      String provider,
      String secretName,
      Set<DayOfWeek> pickupDays,
      Set<DayOfWeek> deliveryDays,
      List<Service> services) {
    this(id, name, provider, secretName, pickupDays, deliveryDays, services, CarrierLimits.NONE);
  }

  public Carrier {
    pickupDays = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(pickupDays));
    deliveryDays = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(deliveryDays));
    services = List.copyOf(services);
  }

  /** The carrier's own page of a parcel. */
  public Optional<String> pageOf(String trackingNumber) {
    return trackingUrl.isEmpty()
        ? Optional.empty()
        : Optional.of(
            trackingUrl.replace(
                NUMBER,
                // A form writes a space as "+", which is a plus in a path.
                URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8).replace("+", "%20")));
  }

  /** How long after a lost answer "not found" still means "not yet known". */
  public Duration settle() {
    return account == null ? Duration.ZERO : account.settle();
  }

  /** How long after its purchase a label can be voided. */
  public Duration voidWithin() {
    return account == null ? VOID_WITHIN : account.voidWithin();
  }

  /**
   * One service and its rate card.
   *
   * @param countries destinations, ISO 3166-1 alpha-2
   * @param dimDivisor cubic millimetres that count as one gram of dimensional weight; 5000 means
   *     5,000 cubic centimetres a kilogram
   * @param maxGrams heaviest parcel
   * @param maxLengthMm longest side
   * @param onTime share of parcels that arrive on the day, 0 to 1
   * @param cards by effective date
   * @param terms what it does beyond carrying, and how long it takes
   */
  public record Service(
      String id,
      String name,
      Set<String> countries,
      long dimDivisor,
      long maxGrams,
      int maxLengthMm,
      double onTime,
      List<RateCard> cards,
      ServiceTerms terms) {
    /** One of plain terms. */
    public Service(
        String id,
        String name,
        Set<String> countries,
        long dimDivisor,
        long maxGrams,
        int maxLengthMm,
        double onTime,
        List<RateCard> cards) {
      this(
          id,
          name,
          countries,
          dimDivisor,
          maxGrams,
          maxLengthMm,
          onTime,
          cards,
          ServiceTerms.PLAIN);
    }

    public Service {
      countries = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(countries));
      cards = List.copyOf(cards);
    }
  }

  /**
   * Prices of one service for a time.
   *
   * @param from first ship date
   * @param until last ship date; null where open
   * @param zones the nearest first
   */
  public record RateCard(
      LocalDate from, @Nullable LocalDate until, List<Zone> zones, List<Surcharge> surcharges) {
    public RateCard {
      zones = List.copyOf(zones);
      surcharges = List.copyOf(surcharges);
    }
  }

  /**
   * A zone by distance.
   *
   * @param upToKm great-circle distance between the centroids of the two ZIP3 areas; for another
   *     country the zone is the one named after it
   * @param countries where not empty: this zone serves these countries, whatever the distance
   * @param transitDays delivery days from hand-over to arrival
   * @param prices postage by billable weight: up to so many grams
   */
  public record Zone(
      String id,
      double upToKm,
      Set<String> countries,
      int transitDays,
      SortedMap<Long, Money> prices) {
    public Zone {
      countries = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(countries));
      prices = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }
  }

  /**
   * What comes on top.
   *
   * @param applies to every parcel, or to some
   * @param fixed amount a parcel, or null
   * @param basisPoints of the base price, or 0
   * @param from first ship date; null where always
   * @param until last ship date; null where open
   */
  public record Surcharge(
      String name,
      Applies applies,
      @Nullable Money fixed,
      long basisPoints,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    /** Which parcels pay it. */
    public enum Applies {
      ALWAYS,
      /** No company in the address. */
      RESIDENTIAL,
      /** Alaska, Hawaii, Puerto Rico and the islands. */
      REMOTE,
      /** Longest side over a metre. */
      OVERSIZE
    }
  }
}
