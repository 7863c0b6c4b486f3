package dev.cutoff.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.local.dynamo.LocalDynamo;
import dev.cutoff.local.engine.Arns;
import dev.cutoff.local.engine.EmbeddedStepFunctions;
import dev.cutoff.local.engine.Machine;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.messaging.Disorder;
import dev.cutoff.local.messaging.EmbeddedSns;
import dev.cutoff.local.messaging.EmbeddedSqs;
import dev.cutoff.local.messaging.Mapping;
import dev.cutoff.local.messaging.QueueSettings;
import dev.cutoff.local.messaging.Queues;
import dev.cutoff.local.messaging.Subscription;
import dev.cutoff.local.objects.EmbeddedS3;
import dev.cutoff.local.schedule.Schedule;
import dev.cutoff.local.schedule.Schedules;
import dev.cutoff.local.secrets.EmbeddedSecrets;
import dev.cutoff.local.time.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS in one JVM. Handlers are made after the clients they use: {@link Builder#function} takes what
 * makes one from this.
 */
public final class EmbeddedAws implements AutoCloseable {

  private final Scheduler scheduler;
  private final LocalDynamo dynamo;
  private final Journal journal;
  private final Functions functions;
  private final EmbeddedStepFunctions sfn;
  private final Queues queues;
  private final EmbeddedSns sns;
  private final EmbeddedSqs sqs;
  private final EmbeddedS3 s3;
  private final EmbeddedSecrets secrets;
  private final Schedules schedules;

  private EmbeddedAws(Builder b) {
    scheduler = b.scheduler;
    dynamo = b.dynamoFolder == null ? LocalDynamo.inMemory() : LocalDynamo.in(b.dynamoFolder);
    try {
      // Behind the lock that DynamoDB Local's folder has.
      journal = b.dynamoFolder == null ? Journal.inMemory() : Journal.in(b.dynamoFolder);
    } catch (RuntimeException | Error e) {
      dynamo.close();
      throw e;
    }
    try {
      dynamo.ensure(b.tables);
      functions = new Functions(scheduler, b.tripwire, b.log);
      sfn = new EmbeddedStepFunctions(b.machines, journal, functions, scheduler, b.tripwire);
      queues =
          new Queues(journal, functions, scheduler, b.tripwire, b.queues, b.mappings, b.disorder);
      sns = new EmbeddedSns(b.topics, b.subscriptions, queues, scheduler);
      sqs = new EmbeddedSqs(queues);
      s3 =
          b.objects == null
              ? EmbeddedS3.inMemory(scheduler.clock(), b.tripwire)
              : EmbeddedS3.in(b.objects, scheduler.clock(), b.tripwire);
      secrets = b.secrets;
      schedules = new Schedules(b.schedules, journal, functions, scheduler, b.tripwire);
      b.functions.forEach((name, function) ->
          functions.register(name, function.timeout(), () -> function.maker().apply(this)));
    } catch (RuntimeException | Error e) {
      journal.close();
      dynamo.close();
      throw e;
    }
  }

  public static Builder builder(Scheduler scheduler) {
    return new Builder(scheduler);
  }

  /** Goes on with what an earlier process left, and starts the schedules. To be called once. */
  public EmbeddedAws start() {
    resume();
    schedules.start();
    return this;
  }

  /** Goes on with executions and messages, but leaves the schedules alone. */
  public void resume() {
    sfn.resume();
    queues.resume();
  }

  public DynamoDbClient dynamo() {
    return dynamo.client();
  }

  public SfnClient sfn() {
    return sfn;
  }

  public SnsClient sns() {
    return sns;
  }

  public SqsClient sqs() {
    return sqs;
  }

  public S3Client s3() {
    return s3;
  }

  public SecretsManagerClient secrets() {
    return secrets;
  }

  public Functions functions() {
    return functions;
  }

  public Queues queues() {
    return queues;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  public static String stateMachineArn(String name) {
    return Arns.machine(name);
  }

  public static String topicArn(String name) {
    return EmbeddedSns.arn(name);
  }

  public static String queueUrl(String name) {
    return EmbeddedSqs.url(name);
  }

  public static String functionArn(String name) {
    return Functions.arn(name);
  }

  /** Stops all work, then what keeps the data. */
  @Override
  public void close() {
    scheduler.close();
    journal.close();
    dynamo.close();
  }

  /** What there is to be in it. */
  public static final class Builder {

    private final Scheduler scheduler;
    private final Map<String, FunctionOf> functions = new LinkedHashMap<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<CreateTableRequest> tables = new ArrayList<>();
    private final List<QueueSettings> queues = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final Set<String> topics = new LinkedHashSet<>();
    private @Nullable Path dynamoFolder;
    private @Nullable Path objects;
    private EmbeddedSecrets secrets = new EmbeddedSecrets(Map::of);
    private Disorder disorder = Disorder.NONE;
    private Tripwire tripwire = Tripwire.NONE;
    private Consumer<String> log = line -> {};

    private Builder(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    /** Tables and journal in this folder; without it in memory. */
    public Builder dynamoFolder(Path folder) {
      dynamoFolder = folder;
      return this;
    }

    /** Tables of the application, made where absent. */
    public Builder tables(List<CreateTableRequest> requests) {
      tables.addAll(requests);
      return this;
    }

    /** Objects in this folder; without it in memory. */
    public Builder objectsFolder(Path folder) {
      objects = folder;
      return this;
    }

    public Builder secretsFile(Path file) {
      secrets = EmbeddedSecrets.in(file);
      return this;
    }

    public Builder secrets(Supplier<Map<String, String>> source) {
      secrets = new EmbeddedSecrets(source);
      return this;
    }

    public Builder machine(String name, Path definition, Map<String, String> substitutions) {
      machines.add(Machine.read(name, definition, substitutions));
      return this;
    }

    public Builder machine(Machine machine) {
      machines.add(Objects.requireNonNull(machine));
      return this;
    }

    public Builder function(
        String name, Duration timeout, Function<EmbeddedAws, RequestStreamHandler> maker) {
      if (functions.putIfAbsent(name, new FunctionOf(timeout, maker)) != null) {
        throw new IllegalArgumentException("There is a function " + name + " already");
      }
      return this;
    }

    public Builder topic(String name) {
      topics.add(name);
      return this;
    }

    public Builder queue(QueueSettings settings) {
      queues.add(settings);
      return this;
    }

    public Builder subscription(Subscription subscription) {
      subscriptions.add(subscription);
      return this;
    }

    public Builder mapping(Mapping mapping) {
      mappings.add(mapping);
      return this;
    }

    public Builder schedule(Schedule schedule) {
      schedules.add(schedule);
      return this;
    }

    public Builder disorder(Disorder given) {
      disorder = given;
      return this;
    }

    public Builder tripwire(Tripwire given) {
      tripwire = given;
      return this;
    }

    /** Gets what functions log, and a line for each failure. */
    public Builder log(Consumer<String> given) {
      log = given;
      return this;
    }

    /** Opens the tables; nothing runs before {@link EmbeddedAws#start}. */
    public EmbeddedAws build() {
      return new EmbeddedAws(this);
    }

    private record FunctionOf(
        Duration timeout, Function<EmbeddedAws, RequestStreamHandler> maker) {}
  }
}
