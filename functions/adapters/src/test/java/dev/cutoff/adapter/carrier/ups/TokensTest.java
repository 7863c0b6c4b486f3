package dev.cutoff.adapter.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.adapter.document.CarrierLabels;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.testkit.ManualClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static final Duration LIFE = Duration.ofSeconds(14_399);

  private final FakeUps ups = FakeUps.start();
  private final ManualClock clock = Ups.clock();
  private final UpsProvider provider = Ups.provider(clock);
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void oneTokenServesUntilShortlyBeforeItsEnd() {
    rates();
    clock.advance(LIFE.minusMinutes(2).minusSeconds(1));
    rates();
    assertThat(tokens()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    rates();
    assertThat(tokens()).isEqualTo(2);
  }

  @Test
  void whoeverNeedsOneAtTheSameTimeWaitsForTheSame() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        all.add(threads.submit(this::rates));
      }
    }
    for (Future<?> each : all) {
      each.get();
    }

    assertThat(tokens()).isEqualTo(1);
    assertThat(ups.asked("/rating/")).hasSize(16);
  }

  @Test
  void aTokenThatIsNotTakenIsReplacedOnce() {
    rates();
    ups.forgetsTokens();
    rates();

    assertThat(tokens()).isEqualTo(2);
    assertThat(ups.asked("/rating/")).hasSize(3);
  }

  @Test
  void whoIsNotLetInTwiceIsNotLetIn() {
    ups.says("/rating/", 401, UpsAnswers.error("250002", "Invalid Authentication Information."));

    assertThatThrownBy(this::rates)
        .isInstanceOfSatisfying(
            NoAnswer.class,
            none -> {
              assertThat(none.notLetIn()).isTrue();
              assertThat(none.told()).isEqualTo("did not let us in (401)");
            });
    assertThat(ups.asked("/rating/")).hasSize(2);
  }

  @Test
  void aBlockedAccountIsNotLetIn() {
    ups.says("/rating/", 403, UpsAnswers.error("250003", "Blocked Merchant"));

    assertThatThrownBy(this::rates)
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.notLetIn()).isTrue());
  }

  @Test
  void aKeyThatUpsDoesNotKnowIsNotLetIn() {
    for (int status : new int[] {400, 401}) {
      ups.says(FakeUps.TOKEN, status, UpsAnswers.error("10401", "ClientId is Invalid"));

      assertThatThrownBy(this::rates)
          .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.notLetIn()).isTrue());
    }
    assertThat(ups.asked("/rating/")).isEmpty();
  }

  @Test
  void aTokenThatDidNotComeIsAskedForAgainByTheNext() {
    ups.says(FakeUps.TOKEN, 503, "");
    assertThatThrownBy(this::rates).isInstanceOf(NoAnswer.class);
    ups.says(FakeUps.TOKEN, 200, "{\"token_type\":\"Bearer\"}");
    assertThatThrownBy(this::rates).isInstanceOf(NoAnswer.class);

    assertThat(tokens()).isEqualTo(2);
  }

  @Test
  void aSecretThatIsNoIdAndSecretIsAMistakeInTheSetUpAndNotShown() {
    UpsProvider wrong =
        new UpsProvider(
            HttpClient.newHttpClient(),
            name -> "just-a-key",
            new CarrierLabels(),
            new VirtualThreadsAsking(),
            clock);

    assertThatThrownBy(() -> wrong.rates(carrier, Ups.rates(Ups.CHICAGO, Ups.PARCEL)))
        .isInstanceOf(SetupIncomplete.class)
        .hasMessageContaining("ups-api")
        .hasMessageNotContaining("just-a-key");
  }

  private int tokens() {
    return ups.asked(FakeUps.TOKEN).size();
  }

  private Object rates() {
    return provider.rates(carrier, Ups.rates(Ups.CHICAGO, Ups.PARCEL));
  }
}
