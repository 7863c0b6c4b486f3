package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.BOSTON;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.CHICAGO;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.PORTLAND;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.WEEKDAYS;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.carrier;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.ground;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.home;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.carrier.ratecard.RateCards.PlainDocuments;
import dev.cutoff.adapter.carrier.ratecard.RateCards.SmallMap;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Surcharge.Applies;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Quote.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RandomRatesTest {
  private static final int SEEDS = 500;
  private static final List<Address> ADDRESSES =
      List.of(BOSTON, CHICAGO, PORTLAND, home(BOSTON), home(PORTLAND));

  private static final List<Applies> RULES = List.of(Applies.values());

  private final RateCardProvider provider =
      new RateCardProvider(new SmallMap(), new PlainDocuments());

  @Test
  void theComponentsAndTheParcelsBothAddUpToTheTotal() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Quote quote = quote(random, parcels(random));

      assertThat(sum(quote.components().stream().map(Component::amount).toList()))
          .as("seed %d", seed)
          .isEqualTo(quote.total());
      assertThat(sum(quote.perParcel())).as("seed %d", seed).isEqualTo(quote.total());
    }
  }

  @Test
  void aHeavierParcelIsNeverCheaper() {
    for (int seed = 0; seed < SEEDS; seed++) {
      ParcelSpec parcel = parcels(new Random(seed)).getFirst();
      ParcelSpec heavier =
          new ParcelSpec(parcel.grams() + new Random(seed).nextLong(9_000), parcel.size());

      assertThat(quote(new Random(seed), List.of(heavier)).total())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(quote(new Random(seed), List.of(parcel)).total());
    }
  }

  @Test
  void whateverTheDayItIsCollectedOnAPickupDayAndDeliveredOnADeliveryDayLater() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Quote quote = quote(random, parcels(random));

      assertThat(WEEKDAYS).contains(quote.shipDate().getDayOfWeek());
      assertThat(WEEKDAYS).contains(quote.deliveryDate().getDayOfWeek());
      assertThat(quote.deliveryDate()).as("seed %d", seed).isAfter(quote.shipDate());
    }
  }

  private Quote quote(Random random, List<ParcelSpec> parcels) {
    Carrier carrier = carrier(ground(card(surcharges(random))));
    Address to = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    // From the first day of March to the end of November: over both clock changes.
    LocalDate shipDate = LocalDate.of(2026, 3, 1).plusDays(random.nextInt(270));
    return switch (provider.rates(carrier, new RateRequest(node(), to, parcels, shipDate))) {
      case RateAnswer.Rates rates -> rates.quotes().getFirst();
      case RateAnswer.NoRates none -> throw new AssertionError(none.why());
    };
  }

  private static Surcharge[] surcharges(Random random) {
    Surcharge[] surcharges = new Surcharge[random.nextInt(4)];
    for (int i = 0; i < surcharges.length; i++) {
      surcharges[i] =
          new Surcharge(
              "surcharge " + i,
              RULES.get(random.nextInt(RULES.size())),
              random.nextBoolean() ? Money.of(random.nextLong(2_000), "USD") : null,
              random.nextLong(3_000),
              null,
              null);
    }
    return surcharges;
  }

  private static List<ParcelSpec> parcels(Random random) {
    List<ParcelSpec> parcels = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      parcels.add(
          new ParcelSpec(
              1 + random.nextLong(20_000),
              new Size(
                  1 + random.nextInt(1_100), 1 + random.nextInt(400), 1 + random.nextInt(400))));
    }
    return parcels;
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero("USD"), Money::plus);
  }
}
