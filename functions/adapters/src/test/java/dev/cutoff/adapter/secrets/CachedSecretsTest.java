package dev.cutoff.adapter.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.aws.AwsEndpoint;
import dev.cutoff.adapter.aws.AwsEndpoint.Answer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.Secrets.MissingSecret;
import dev.cutoff.testkit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

final class CachedSecretsTest {
  private final AwsEndpoint manager = AwsEndpoint.start();
  private final ManualClock clock = ManualClock.at("2026-11-23T12:00:00Z");
  private final CachedSecrets secrets =
      new CachedSecrets(manager.client(SecretsManagerClient.builder()), "", clock);

  @AfterEach
  void stop() {
    manager.close();
  }

  @Test
  void a_secret_is_asked_for_once_in_five_minutes() {
    holds("old");
    assertThat(secrets.value("acme-webhook")).isEqualTo("old");
    holds("new");
    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(secrets.value("acme-webhook")).isEqualTo("old");
    clock.advance(Duration.ofMillis(1));
    assertThat(secrets.value("acme-webhook")).isEqualTo("new");
    assertThat(manager.requests()).hasSize(2);
    assertThat(manager.requests().getFirst().body()).contains("acme-webhook");
  }

  @Test
  void a_missing_one_is_named_and_looked_for_again() {
    manager.refuses(400, "ResourceNotFoundException");
    assertThatThrownBy(() -> secrets.value("acme-webhook"))
        .isInstanceOf(MissingSecret.class)
        .hasMessageContaining("acme-webhook");
    holds("there now");
    assertThat(secrets.value("acme-webhook")).isEqualTo("there now");
  }

  @Test
  void a_busy_manager_is_to_be_tried_again() {
    manager.refuses(500, "InternalServiceError");
    assertThatThrownBy(() -> secrets.value("acme-webhook")).isInstanceOf(TryAgainLater.class);
  }

  private void holds(String value) {
    manager.answers(request -> new Answer(200, "{\"SecretString\":\"" + value + "\"}"));
  }
}
