package dev.cutoff.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.local.dynamo.Tables;
import dev.cutoff.local.engine.Machine;
import dev.cutoff.local.messaging.Mapping;
import dev.cutoff.local.messaging.QueueSettings;
import dev.cutoff.local.messaging.Subscription;
import dev.cutoff.local.schedule.Schedule;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.local.time.Scheduler;
import dev.cutoff.local.time.VirtualScheduler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

final class EmbeddedAwsTest {

  private static final Machine MACHINE =
      Machine.parse(
          "m",
          """
          {"QueryLanguage": "JSONata", "StartAt": "Work", "States": {
            "Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {"FunctionName": "${WorkArn}", "Payload": "{% $states.input %}"},
              "TimeoutSeconds": 1,
              "Catch": [{"ErrorEquals": ["States.Timeout"], "Output": "late", "Next": "Done"}],
              "Output": "{% $states.result.Payload %}", "Next": "Done"},
            "Done": {"Type": "Succeed"}}}\
          """,
          Map.of("WorkArn", EmbeddedAws.functionArn("work")));

  private final CountDownLatch told = new CountDownLatch(1);
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  @Test
  void aHandlerReachesTableObjectsSecretsTopicAndMachineOnTheVirtualClock() {
    VirtualScheduler scheduler = new VirtualScheduler(1, Instant.parse("2026-11-23T08:00:00Z"));
    try (EmbeddedAws aws = builder(scheduler).build().start()) {
      start(aws, "a", "\"hello\"");
      scheduler.runUntilIdle();
      assertThat(status(aws, "a")).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(bodies).singleElement().asString().contains("hello s3cret");
      assertThat(aws.queues().depth("notices")).isZero();
      assertThat(aws.s3().getObjectAsBytes(g -> g.bucket("b").key("k")).asUtf8String())
          .isEqualTo("\"hello\"");
      scheduler.advance(Duration.ofMinutes(1));
      assertThat(aws.dynamo().scan(s -> s.tableName("things")).count()).isEqualTo(1);
    }
  }

  @Test
  void theSameRunsOnTheRealClockAndOnDisk(@TempDir Path folder) throws InterruptedException {
    try (EmbeddedAws aws = onDisk(folder).build().start()) {
      start(aws, "a", "\"hello\"");
      assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }
    try (EmbeddedAws aws = onDisk(folder).build().start()) {
      assertThat(status(aws, "a")).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(aws.s3().headObject(h -> h.bucket("b").key("k")).contentLength()).isEqualTo(7);
    }
  }

  @Test
  void aTaskThatHangsIsTimedOutOnTheRealClock() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    LiveScheduler scheduler = new LiveScheduler(e -> {});
    RequestStreamHandler hangs =
        (in, out, context) -> {
          try {
            new CountDownLatch(1).await(1, TimeUnit.HOURS);
          } catch (InterruptedException e) {
            ended.countDown();
          }
        };
    try (EmbeddedAws aws =
        EmbeddedAws.builder(scheduler)
            .machine(MACHINE)
            .function("work", Duration.ofMinutes(1), a -> hangs)
            .build()
            .start()) {
      start(aws, "a", "1");
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
      String output = null;
      while (output == null) {
        output = aws.sfn().describeExecution(d -> d.executionArn(arn("a"))).output();
        Thread.onSpinWait();
      }
      assertThat(output).isEqualTo("\"late\"");
    }
  }

  @Test
  void manyExecutionsAtOnceOnTheRealClockAllEndOnce() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(300);
    try (EmbeddedAws aws =
        EmbeddedAws.builder(new LiveScheduler(e -> {}))
            .machine(MACHINE)
            .function(
                "work",
                Duration.ofMinutes(1),
                a ->
                    (in, out, context) -> {
                      in.transferTo(out);
                      all.countDown();
                    })
            .build()
            .start()) {
      for (int i = 0; i < 300; i++) {
        start(aws, "e" + i, Integer.toString(i));
      }
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 300; i++) {
        String name = "e" + i;
        while (status(aws, name) == ExecutionStatus.RUNNING) {
          Thread.onSpinWait();
        }
        assertThat(aws.sfn().describeExecution(d -> d.executionArn(arn(name))).output())
            .isEqualTo(Integer.toString(i));
      }
    }
  }

  private EmbeddedAws.Builder onDisk(Path folder) {
    return builder(new LiveScheduler(e -> {}))
        .dynamoFolder(folder.resolve("dynamo"))
        .objectsFolder(folder.resolve("objects"));
  }

  private EmbeddedAws.Builder builder(Scheduler scheduler) {
    return EmbeddedAws.builder(scheduler)
        .tables(List.of(Tables.table("things", "id", null)))
        .secrets(() -> Map.of("word", "s3cret"))
        .machine(MACHINE)
        .function("work", Duration.ofSeconds(10), EmbeddedAwsTest::work)
        .function("tell", Duration.ofSeconds(10), aws -> this::tell)
        .function("sweep", Duration.ofSeconds(10), EmbeddedAwsTest::sweep)
        .topic("parcels")
        .queue(new QueueSettings("notices", Duration.ofSeconds(30), 3))
        .subscription(new Subscription("parcels", "notices", Map.of()))
        .mapping(new Mapping("notices", "tell", 10))
        .schedule(new Schedule("sweep", Duration.ofMinutes(1), "sweep", "{}"));
  }

  private static RequestStreamHandler work(EmbeddedAws aws) {
    return (in, out, context) -> {
      byte[] payload = in.readAllBytes();
      aws.s3().putObject(p -> p.bucket("b").key("k"), RequestBody.fromBytes(payload));
      String word = aws.secrets().getSecretValue(g -> g.secretId("word")).secretString();
      String message = new String(payload, StandardCharsets.UTF_8).replace("\"", "") + " " + word;
      aws.sns().publish(p -> p.topicArn(EmbeddedAws.topicArn("parcels")).message(message));
      out.write(payload);
    };
  }

  private void tell(java.io.InputStream in, java.io.OutputStream out, Object context)
      throws java.io.IOException {
    bodies.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    told.countDown();
  }

  private static RequestStreamHandler sweep(EmbeddedAws aws) {
    return (in, out, context) ->
        aws.dynamo()
            .putItem(p ->
                p.tableName("things")
                    .item(
                        Map.of(
                            "id",
                            software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                "swept"))));
  }

  private static void start(EmbeddedAws aws, String name, String input) {
    aws.sfn()
        .startExecution(
            s -> s.stateMachineArn(EmbeddedAws.stateMachineArn("m")).name(name).input(input));
  }

  private static ExecutionStatus status(EmbeddedAws aws, String name) {
    return aws.sfn().describeExecution(d -> d.executionArn(arn(name))).status();
  }

  private static String arn(String name) {
    return "arn:aws:states:us-east-1:000000000000:execution:m:" + name;
  }
}
