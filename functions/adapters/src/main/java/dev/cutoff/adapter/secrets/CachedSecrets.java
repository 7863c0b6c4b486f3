package dev.cutoff.adapter.secrets;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.merchant.application.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets from Secrets Manager, kept for five minutes so that a new one is used soon. */
public final class CachedSecrets implements Secrets {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final SecretsManagerClient client;
  private final InstantSource clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  public CachedSecrets(SecretsManagerClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** No record: its text form would show the value. */
  private static final class Kept {
    private final String value;
    private final Instant until;

    private Kept(String value, Instant until) {
      this.value = value;
      this.until = until;
    }
  }

  @Override
  public String value(String name) {
    Instant now = clock.instant();
    Kept known = kept.get(name);
    if (known != null && now.isBefore(known.until)) {
      return known.value;
    }
    try {
      String value =
          AwsCalls.call(
              "Secrets Manager: get",
              () -> client.getSecretValue(request -> request.secretId(name)).secretString());
      kept.put(name, new Kept(value, now.plus(KEPT)));
      return value;
    } catch (ResourceNotFoundException none) {
      throw new MissingSecret(name);
    }
  }
}
