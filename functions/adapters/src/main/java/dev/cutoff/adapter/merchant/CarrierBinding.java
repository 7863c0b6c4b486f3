package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.CarrierTracking;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.money.Money;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carriers and their rate cards, as the file writes them. */
final class CarrierBinding {
  /** The adapters that exist. */
  static final List<String> PROVIDERS = List.of("ratecard", "karrio", "easypost", "ups");

  /** Half of the globe's girth: further away is nothing. */
  static final double ANYWHERE_KM = 20_100;

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");
  private static final String ID_HINT = "must be small letters, digits, _ and -, at most 32";
  private static final Pattern ZONE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

  private final String currency;

  CarrierBinding(String currency) {
    this.currency = currency;
  }

  Carrier carrier(Field carrier) {
    return new Carrier(
        Values.text(carrier.get("id"), ID, ID_HINT),
        Values.text(carrier.get("name")),
        Values.choice(carrier.get("provider"), PROVIDERS),
        StoreBinding.secretName(carrier.get("webhookSecretName")),
        days(carrier.get("pickupDays")),
        days(carrier.get("deliveryDays")),
        values(carrier.get("services").each(this::service)),
        carrier.find("limits").map(it -> it.as(TermsBinding::limits)).orElse(CarrierLimits.NONE),
        account(carrier),
        carrier.find("invoice").map(it -> it.as(InvoiceBinding::columns)).orElse(null),
        tracking(carrier),
        carrier.find("trackingUrl").map(BrandBinding::trackingUrl).orElse(""));
  }

  private static CarrierTracking tracking(Field carrier) {
    boolean canBeAsked = !Values.text(carrier.get("provider")).equals(PROVIDERS.getFirst());
    return carrier
        .find("tracking")
        .map(it -> it.as(tracking -> TrackingBinding.carrier(tracking, canBeAsked)))
        .orElse(CarrierTracking.PLAIN);
  }

  /** Who is asked over the network wants to know who asks. */
  private static @Nullable CarrierAccount account(Field carrier) {
    Optional<Field> account = carrier.find("account");
    if (account.isEmpty() && !Values.text(carrier.get("provider")).equals(PROVIDERS.getFirst())) {
      throw carrier.wrong(
          "must have an account: secretName, settle and voidWithin, see docs/extending.md");
    }
    return account.map(it -> it.as(AccountBinding::account)).orElse(null);
  }

  private static Set<DayOfWeek> days(Field field) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    field.each(day -> days.add(Values.weekday(day, Values.text(day))));
    if (field.node().isEmpty()) {
      throw field.wrong("must have at least one weekday");
    }
    // A day that was refused is noted; the set must not be empty for that.
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }

  private Service service(Field service) {
    return new Service(
        Values.text(service.get("id"), ID, ID_HINT),
        Values.text(service.get("name")),
        countries(service.get("countries")),
        Values.whole(service.get("dimDivisor"), 1_000, 20_000),
        Values.whole(service.get("maxGrams"), 1, 1_000_000),
        (int) Values.whole(service.get("maxLengthMm"), 1, 10_000),
        Values.number(service.get("onTime"), 0, 1),
        values(service.get("cards").each(this::card)),
        service
            .find("terms")
            .map(it -> it.as(new TermsBinding(currency)::terms))
            .orElse(ServiceTerms.PLAIN));
  }

  static Set<String> countries(Field field) {
    Set<String> countries = new TreeSet<>();
    field.each(country -> countries.add(Values.country(country)));
    if (field.node().isEmpty()) {
      throw field.wrong("must have at least one country");
    }
    return countries;
  }

  private RateCard card(Field card) {
    Field steps = card.get("weightsGrams");
    List<Located<Long>> located = steps.each(step -> Values.whole(step, 1, 1_000_000));
    List<Long> weights = values(located);
    for (int i = 1; i < weights.size(); i++) {
      if (weights.get(i) <= weights.get(i - 1)) {
        card.note(located.get(i).where(), "must be heavier than the step before it");
      }
    }
    return new RateCard(
        Values.date(card.get("from")),
        card.find("until").map(Values::date).orElse(null),
        values(card.get("zones").each(zone -> zone(zone, weights))),
        values(card.get("surcharges").each(this::surcharge)));
  }

  private Zone zone(Field zone, List<Long> weights) {
    Optional<Field> distance = zone.find("upToKm");
    Optional<Field> named = zone.find("countries");
    if (distance.isPresent() == named.isPresent()) {
      throw zone.wrong("must have either upToKm or countries");
    }
    return new Zone(
        Values.text(zone.get("id"), ZONE_ID, "must be letters, digits, _ and -, at most 32"),
        distance.map(it -> Values.number(it, 1, ANYWHERE_KM)).orElse(ANYWHERE_KM),
        named.map(CarrierBinding::countries).orElse(Set.of()),
        (int) Values.whole(zone.get("transitDays"), 0, 120),
        prices(zone.get("prices"), weights));
  }

  private SortedMap<Long, Money> prices(Field field, List<Long> weights) {
    List<Located<Money>> prices = field.each(price -> Values.money(price, currency));
    if (field.node().size() != weights.size()) {
      throw field.wrong(
          "has "
              + field.node().size()
              + " prices for "
              + weights.size()
              + " steps of weightsGrams: each step needs its price");
    }
    TreeMap<Long, Money> table = new TreeMap<>();
    @Nullable Money before = null;
    for (int i = 0; i < prices.size(); i++) {
      Money price = prices.get(i).value();
      if (before != null && price.compareTo(before) < 0) {
        field.note(
            prices.get(i).where(),
            "must not be lower than the price of the step before, " + before.display());
      }
      before = price;
      table.put(weights.get(i), price);
    }
    return table;
  }

  private Surcharge surcharge(Field surcharge) {
    Optional<Field> fixed = surcharge.find("fixed");
    Optional<Field> percent = surcharge.find("percent");
    if (fixed.isPresent() == percent.isPresent()) {
      throw surcharge.wrong("must have either fixed or percent");
    }
    return new Surcharge(
        Values.text(surcharge.get("name")),
        Values.choice(surcharge.get("applies"), Surcharge.Applies.values()),
        fixed.map(it -> Values.money(it, currency)).orElse(null),
        percent.map(Values::basisPoints).orElse(0L),
        surcharge.find("from").map(Values::date).orElse(null),
        surcharge.find("until").map(Values::date).orElse(null));
  }

  private static <T> List<T> values(List<Located<T>> located) {
    return located.stream().map(Located::value).toList();
  }
}
