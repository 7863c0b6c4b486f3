package dev.cutoff.acceptance;

import dev.cutoff.acceptance.emulator.Aws;
import dev.cutoff.acceptance.emulator.Stack;
import dev.cutoff.local.shop.MerchantBytes;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.store.FakeStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** The example shop on a stack that was deployed from the template. */
final class DeployedShop implements Shop {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 300_000_000;

  private final Stack stack;
  private final URI address;
  private final Map<String, String> secrets;
  private final FakeStores stores;
  private final Set<Sight> sights;
  private final Mails mails;
  private final @Nullable Consumer<String> replaying;
  private final String token;
  private final S3Client s3;
  private final SfnClient stepFunctions;
  private final List<AutoCloseable> closing = new ArrayList<>();

  /** How the customers' mails are looked at, where they can be. */
  interface Mails {
    /** One line for each mail about that order. */
    List<String> about(String orderId);
  }

  /**
   * What differs between the places where a stack may be.
   *
   * @param address where its API listens, without a slash at the end
   * @param apiUrl where its functions find a store, by the store's id
   * @param secret the value of a new secret, by the sample's
   * @param replaying sends dead letters back where the place can't do it by itself
   */
  record Place(
      Aws aws,
      Stack stack,
      URI address,
      UnaryOperator<String> apiUrl,
      UnaryOperator<String> secret,
      Set<Sight> sights,
      Mails mails,
      @Nullable Consumer<String> replaying) {}

  private DeployedShop(Place place, FakeStores stores, Map<String, String> secrets) {
    this.stack = place.stack();
    this.address = place.address();
    this.stores = stores;
    this.secrets = secrets;
    this.sights = place.sights();
    this.mails = place.mails();
    this.replaying = place.replaying();
    this.s3 = place.aws().client(S3Client.builder().forcePathStyle(true));
    this.stepFunctions = place.aws().client(SfnClient.builder());
    this.token = Operator.token(place.aws(), stack);
    closing.addAll(List.of(stores, s3, stepFunctions));
  }

  /** Puts the merchant file, its secrets and the opening stock there, as a newcomer would. */
  static DeployedShop open(Place place, FakeStores stores) {
    try {
      Map<String, String> secrets = secrets(place);
      byte[] file = RunningShop.merchantFile(stores, secrets, place.apiUrl());
      DeployedShop shop = new DeployedShop(place, stores, secrets);
      shop.putMerchantFile(file);
      OpeningStock.load(shop.client(), MerchantBytes.read(file, "merchant.json"));
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that are there, for functions keep what they have read; else new ones. */
  private static Map<String, String> secrets(Place place) throws IOException {
    String prefix = place.stack().output("SecretsPrefix");
    Map<String, String> all = new TreeMap<>();
    try (SecretsManagerClient client = place.aws().client(SecretsManagerClient.builder())) {
      for (Map.Entry<String, String> sample : RunningShop.sampleSecrets().entrySet()) {
        String id = prefix + sample.getKey();
        String made = place.secret().apply(sample.getValue());
        String value;
        try {
          client.createSecret(request -> request.name(id).secretString(made));
          value = made;
        } catch (ResourceExistsException there) {
          value = client.getSecretValue(request -> request.secretId(id)).secretString();
        }
        all.put(sample.getKey(), value);
      }
    }
    return all;
  }

  /** Never over that of a shop that means it. */
  private void putMerchantFile(byte[] file) {
    Optional<byte[]> there = object("merchant.json");
    if (there.isPresent()
        && !MerchantBytes.read(there.get(), "merchant.json")
            .name()
            .equals(MerchantBytes.read(file, "merchant.json").name())) {
      throw new IllegalStateException(
          "the stack "
              + stack.name()
              + " has a merchant file of its own: deploy another for tests");
    }
    s3.putObject(
        request -> request.bucket(stack.output("DocumentsBucketName")).key("merchant.json"),
        RequestBody.fromBytes(file));
  }

  @Override
  public void replay(String queue) {
    if (replaying == null) {
      Shop.super.replay(queue);
    } else {
      replaying.accept(queue);
    }
  }

  /** How that execution stands; nothing where there is none. */
  @Override
  public Optional<String> execution(String name) {
    try {
      return Optional.of(
          stepFunctions
              .describeExecution(request -> request.executionArn(executionArn(name)))
              .statusAsString());
    } catch (ExecutionDoesNotExistException none) {
      return Optional.empty();
    }
  }

  String executionArn(String name) {
    return stack.output("StateMachineArn").replace(":stateMachine:", ":execution:") + ":" + name;
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public String secret(String name) {
    return Objects.requireNonNull(secrets.get(name), name);
  }

  @Override
  public FakeStores stores() {
    return stores;
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public void pass(Duration time) {
    if (time.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("nobody waits " + time + " for a clock that is real");
    }
    until(() -> false, time);
  }

  @Override
  public boolean until(BooleanSupplier condition, Duration limit) {
    Instant end = now().plus(limit);
    while (!condition.getAsBoolean()) {
      if (now().isAfter(end)) {
        return false;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return true;
  }

  @Override
  public Optional<byte[]> object(String key) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(
                  request -> request.bucket(stack.output("DocumentsBucketName")).key(key))
              .asByteArray());
    } catch (NoSuchKeyException none) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> mails(String orderId) {
    return mails.about(orderId);
  }

  @Override
  public boolean sees(Sight sight) {
    return sights.contains(sight);
  }

  /** Closed with the shop, after it. */
  DeployedShop with(AutoCloseable other) {
    closing.add(other);
    return this;
  }

  @Override
  public void close() {
    RuntimeException first = null;
    for (AutoCloseable each : closing) {
      try {
        each.close();
      } catch (Exception e) {
        first = first == null ? new IllegalStateException(e) : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
