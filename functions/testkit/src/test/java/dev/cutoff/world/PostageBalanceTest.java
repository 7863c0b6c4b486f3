package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.DismissingDockException;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.postage.PostageBalance;
import dev.cutoff.postage.PostageBalance.Pace;
import dev.cutoff.postage.PostageBalance.Reading;
import dev.cutoff.postage.PostageRules;
import dev.cutoff.postage.application.ListingBalances;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.FakeExecutions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money for labels is asked for and does not run out unsaid. It begins at 17:05:10. */
final class PostageBalanceTest {
  private static final Duration ROUND = Duration.ofMinutes(5);

  private final ScriptedWallets wallets = new ScriptedWallets();
  private final World world = new World(new FakeExecutions(), wallets);
  private final Instant start = world.clock.instant();

  @BeforeEach
  void begin() {
    shop("swift-key", "way-key", PostageRules.NONE);
    wallets.has("parcelway", 1_000_000);
  }

  @Test
  void labelsStoppedBecauseTheWalletRanEmptyAndNobodyWasTold() {
    hours("swift", 100_00, 94_00, 88_00, 82_00);
    assertThat(open())
        .singleElement()
        .satisfies(low -> {
          assertThat(low.refusal().reason()).isEqualTo(Reason.POSTAGE_LOW);
          assertThat(low.subject()).isEqualTo("postage swift");
          assertThat(low.orders()).isEmpty();
          assertThat(low.openedAt()).isEqualTo(start.plus(Duration.ofHours(1)));
          assertThat(low.refusal().message())
              .isEqualTo(
                  "Swift: USD 82.00 left, about 14 hours at the pace of the last 3 hours: add money before 2026-11-24T09:45:00Z or labels stop");
          assertThat(low.refusal().facts())
              .containsEntry("left", "USD 82.00")
              .containsEntry("perHour", "USD 6.00");
        });
  }

  @Test
  void anAccountIsAskedOnceAnHourHoweverOftenTheRoundComes() {
    wallets.has("swift", 50_00);
    for (int round = 0; round < 24; round++) {
      watch();
      world.clock.advance(ROUND);
    }
    assertThat(wallets.asked()).containsExactly("parcelway", "swift", "parcelway", "swift");
  }

  @Test
  void whatIsSpentIsReckonedFromDropsAndTheTimeOfATopUpIsLeftOut() {
    hours("swift", 500_00, 480_00, 980_00, 960_00);
    assertThat(balance("swift").pace())
        .hasValue(new Pace(Money.of(40_00, "USD"), Duration.ofHours(2)));
    assertThat(balance("swift").pace().orElseThrow().perHour()).isEqualTo(Money.of(20_00, "USD"));
    assertThat(balance("swift").lasts(world.clock.instant())).hasValue(Duration.ofHours(47));
    assertThat(open()).isEmpty();
  }

  @Test
  void aNightInWhichNothingIsSpentSlowsThePaceAndAQuietAccountLastsForEver() {
    hours("swift", 300_00, 290_00, 290_00, 290_00, 290_00);
    assertThat(balance("swift").pace().orElseThrow().perHour()).isEqualTo(Money.of(2_50, "USD"));
    assertThat(balance("parcelway").emptyAt()).isEmpty();
    assertThat(open()).isEmpty();
  }

  @Test
  void onlyTheLastDayCounts() {
    long left = 9_000_00;
    for (int hour = 0; hour < 10; hour++) {
      left -= 100_00;
      hours("swift", left);
    }
    for (int hour = 0; hour < 30; hour++) {
      left -= 1_00;
      hours("swift", left);
    }
    assertThat(balance("swift").pace())
        .hasValue(new Pace(Money.of(24_00, "USD"), Duration.ofHours(24)));
  }

  @Test
  void itIsSaidOnceAndMoneyThatComesInClosesIt() {
    hours("swift", 100_00, 90_00, 80_00);
    assertThat(open()).hasSize(1);
    assertThat(listed("swift").lowest()).isEqualTo(Money.of(80_00, "USD"));

    hours("swift", 85_00);
    assertThat(open()).as("too little came in").hasSize(1);
    hours("swift", 1_000_00);

    assertThat(open()).isEmpty();
    assertThat(last("swift").resolution())
        .satisfies(how -> {
          assertThat(how.by()).isEqualTo("cutoff");
          assertThat(how.why()).isEqualTo("money came in: USD 1000.00 left");
        });
    assertThat(listed("swift").lowest()).isNull();

    hours("swift", 700_00, 400_00, 100_00);
    assertThat(last("swift").number()).as("the next time is another one").isEqualTo(2);
    assertThat(open()).hasSize(1);
  }

  @Test
  void aSlowerPaceAloneDoesNotCloseIt() {
    hours("swift", 60_00, 57_00);
    assertThat(open()).hasSize(1);
    hours("swift", 57_00, 57_00, 57_00, 57_00, 57_00);
    assertThat(balance("swift").isLow(world.clock.instant(), PostageRules.BALANCE_LASTS)).isFalse();
    assertThat(open()).hasSize(1);
    for (int hour = 0; hour < 24; hour++) {
      hours("swift", 57_00);
    }
    assertThat(balance("swift").pace()).isEmpty();
    assertThat(open())
        .singleElement()
        .satisfies(low ->
            assertThat(low.refusal().message())
                .isEqualTo("Swift: USD 57.00 left, nothing was spent since, and no money came in"));
  }

  @Test
  void whatSomebodyDismissedIsNotSaidAgainUntilMoneyCameIn() {
    hours("swift", 100_00, 90_00);
    var _ =
        new DismissingDockException(world.exceptions, world.clock)
            .dismiss(open().getFirst(), Action.DISMISS, "ops-lead");
    hours("swift", 80_00, 70_00, 60_00);
    assertThat(open()).isEmpty();
    assertThat(last("swift").number()).isEqualTo(1);

    hours("swift", 2_000_00, 1_000_00, 10_00);
    assertThat(open()).hasSize(1);
  }

  @Test
  void aSilentCarrierIsNoErrorAndItsLastWordRunsOn() {
    shop("swift-key", "way-key", new PostageRules(null, null, null, Map.of(), Duration.ofHours(8)));
    hours("swift", 110_00, 100_00);
    assertThat(open()).as("ten hours").isEmpty();

    wallets.goesSilent("swift");
    hours();
    hours();
    assertThat(open()).as("eight hours from now").isEmpty();
    hours();

    assertThat(listed("swift").latest())
        .hasValue(new Reading(Money.of(100_00, "USD"), start.plus(Duration.ofHours(1))));
    assertThat(listed("swift").askedAt()).isEqualTo(start.plus(Duration.ofHours(4)));
    assertThat(open().getFirst().refusal().message())
        .isEqualTo(
            "Swift: USD 100.00 left at 2026-11-23T18:05:00Z, and no answer since, about 7 hours at the pace of the last 1 hour: add money before 2026-11-24T04:05:00Z or labels stop");
    for (int hour = 0; hour < 8; hour++) {
      hours();
    }
    assertThat(open().getFirst().refusal().message()).contains("nothing by now");

    hours("swift", 20_00);
    assertThat(balance("swift").pace())
        .as("what was spent meanwhile, over all of that time")
        .hasValue(new Pace(Money.of(90_00, "USD"), Duration.ofHours(13)));
  }

  @Test
  void anEmptyWalletIsLowWhateverItsPace() {
    hours("swift", 0);
    assertThat(open().getFirst().refusal().message())
        .isEqualTo("Swift: USD 0.00 left: add money, no label is sold any more");
  }

  @Test
  void whoCannotBeAskedAtAllIsNamedAndTheOtherIsAskedAllTheSame() {
    wallets.has("parcelway", 0);
    assertThat(world.watchingBalances.watch().failed())
        .containsExactly("balance of swift: IllegalStateException");
    assertThat(open()).extracting(DockException::subject).containsExactly("postage parcelway");
    assertThat(world.watchingBalances.watch().asked()).as("not before an hour").isZero();
  }

  @Test
  void carriersOfOneAccountAreOneBalance() {
    shop("key", "key", PostageRules.NONE);
    wallets.has("parcelway", 0);
    watch();
    assertThat(wallets.asked()).containsExactly("parcelway");
    ListingBalances.Listed one = listing().listed().getFirst();
    assertThat(one.account().carriers())
        .extracting(Carrier::id)
        .containsExactly("parcelway", "swift");
    assertThat(open())
        .singleElement()
        .satisfies(low -> assertThat(low.refusal().message()).startsWith("Parcelway, Swift: "));
  }

  @Test
  void twoAccountsAreToldOfApart() {
    wallets.has("parcelway", 100_00);
    hours("swift", 100_00);
    wallets.has("parcelway", 50_00);
    hours("swift", 99_00);
    assertThat(open()).extracting(DockException::subject).containsExactly("postage parcelway");
  }

  @Test
  void diesBetweenTellingAndWritingItDownAndTellsOnce() {
    hours("swift", 100_00);
    wallets.has("swift", 90_00);
    world.seam.crash("before PostageBalances.save", 2);
    assertThatThrownBy(world.watchingBalances::watch).isInstanceOf(Seam.Crash.class);
    assertThat(open()).hasSize(1);
    assertThat(balance("swift").lowest()).as("not written down").isNull();

    watch();
    assertThat(last("swift").number()).isEqualTo(1);
    assertThat(balance("swift").lowest()).isEqualTo(Money.of(90_00, "USD"));
  }

  /** Rounds, an hour apart, in each of which it says so much. */
  private void hours(String carrier, long... cents) {
    for (long left : cents) {
      wallets.has(carrier, left);
      hours();
    }
  }

  private void hours() {
    watch();
    world.clock.advance(Duration.ofHours(1));
  }

  private void watch() {
    assertThat(world.watchingBalances.watch().failed()).isEmpty();
  }

  private PostageBalance balance(String account) {
    return world.balances.all().stream()
        .filter(each -> each.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  private PostageBalance listed(String account) {
    return listing().listed().stream()
        .map(ListingBalances.Listed::balance)
        .filter(each -> each.account().equals(account))
        .findFirst()
        .orElseThrow();
  }

  private ListingBalances listing() {
    return new ListingBalances(world.balances, world.merchants);
  }

  private List<DockException> open() {
    return world.exceptions.open(null, Reason.POSTAGE_LOW, null).items().stream()
        .map(DockException.class::cast)
        .toList();
  }

  private DockException last(String account) {
    return world.exceptions.latestAtDock("postage " + account, Reason.POSTAGE_LOW).orElseThrow();
  }

  private void shop(String swiftKey, String wayKey, PostageRules rules) {
    Merchant usual = AMerchant.shop();
    AMerchant with = AMerchant.standard().rules(usual.rules().with(rules));
    usual
        .carriers()
        .values()
        .forEach(each ->
            with.carrier(
                ScriptedWallets.paidBy(each.id().equals("swift") ? swiftKey : wayKey, each)));
    world.merchants.put(with.build());
  }
}
