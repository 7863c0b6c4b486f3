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
  private final String prefix;
  private final InstantSource clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * Over that account's secrets.
   *
   * @param prefix what the names in Secrets Manager begin with and those of the merchant file don't
   */
  public CachedSecrets(SecretsManagerClient client, String prefix, InstantSource clock) {
    this.client = client;
    this.prefix = prefix;
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
      String id = prefix + name;
      String value =
          AwsCalls.call(
              "Secrets Manager: get",
              () -> client.getSecretValue(request -> request.secretId(id)).secretString());
      kept.put(name, new Kept(value, now.plus(KEPT)));
      return value;
    } catch (ResourceNotFoundException none) {
      throw new MissingSecret(prefix + name);
    }
  }
}
