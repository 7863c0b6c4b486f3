package dev.cutoff.local.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.functions.Crash;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.VirtualScheduler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

final class QueuesTest {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journal journal = Journal.inMemory();
  private final VirtualScheduler scheduler = new VirtualScheduler(1, START);
  private final List<JsonNode> events = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final List<String> applied = new ArrayList<>();
  private Predicate<String> refuses = body -> false;
  private boolean breaks;
  private @Nullable Queues hiding;

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aBatchHasTheShapeOfAnSqsEvent() {
    Queues queues = queues();
    sns(queues, Map.of())
        .publish(p ->
            p.topicArn(EmbeddedSns.arn("parcels"))
                .message("{\"n\":1}")
                .messageAttributes(
                    Map.of(
                        "type",
                        software.amazon.awssdk.services.sns.model.MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue("shipped")
                            .build())));
    scheduler.runUntilIdle();
    JsonNode entry = events.getFirst().path("Records").path(0);
    assertThat(entry.path("body").asText()).isEqualTo("{\"n\":1}");
    assertThat(entry.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(entry.path("eventSourceARN").asText()).endsWith(":store-updates");
    assertThat(entry.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(entry.path("messageAttributes").path("type").path("stringValue").asText())
        .isEqualTo("shipped");
    assertThat(entry.path("messageId").asText()).isNotEmpty();
    assertThat(queues.depth("store-updates")).isZero();
  }

  @Test
  void messagesSentTogetherComeInOrderInBatchesOfTenAtMost() {
    Queues queues = queues();
    for (int i = 0; i < 12; i++) {
      send(queues, "m" + i);
    }
    scheduler.runUntilIdle();
    assertThat(applied).hasSize(12).startsWith("m0", "m1").endsWith("m11");
    assertThat(events).hasSize(2);
  }

  @Test
  void oneBadMessageNeverTakesTheOthersDown() {
    Queues queues = queues();
    refuses = body -> body.equals("bad");
    send(queues, "a");
    send(queues, "bad");
    send(queues, "b");
    scheduler.runUntilIdle();
    assertThat(applied).containsExactly("a", "b");
    assertThat(events).hasSize(3);
    assertThat(times).containsExactly(START, START.plusSeconds(30), START.plusSeconds(60));
    assertThat(queues.deadLetters("store-updates"))
        .singleElement()
        .satisfies(dead -> assertThat(dead.body()).isEqualTo("bad"))
        .satisfies(dead -> assertThat(dead.receives()).isEqualTo(3));
  }

  @Test
  void aBatchWithAWindowWaitsForOthersAndNoLonger() {
    Queues queues = queues();
    sendTo(queues, "stock-changes", "a");
    scheduler.advance(Duration.ofSeconds(4));
    sendTo(queues, "stock-changes", "b");
    assertThat(events).isEmpty();
    scheduler.advance(Duration.ofSeconds(1));
    assertThat(applied).containsExactly("a", "b");
    assertThat(events).hasSize(1);
  }

  @Test
  void aFullBatchDoesNotWaitForItsWindow() {
    Queues queues = queues();
    for (int i = 0; i < 21; i++) {
      sendTo(queues, "stock-changes", "m" + i);
    }
    scheduler.advance(Duration.ofSeconds(1));
    assertThat(applied).hasSize(20);
    scheduler.advance(Duration.ofSeconds(4));
    assertThat(applied).hasSize(21);
    assertThat(events).hasSize(2);
  }

  @Test
  void aMessageThatIsHandedBackUntilMorningComesThenAndNotBefore() {
    Queues queues = queues();
    EmbeddedSqs sqs = new EmbeddedSqs(queues);
    refuses =
        body -> {
          if (times.size() > 1) {
            return false;
          }
          String handle = events.getLast().path("Records").path(0).path("receiptHandle").asText();
          sqs.changeMessageVisibility(change ->
              change
                  .queueUrl(EmbeddedSqs.url("store-updates"))
                  .receiptHandle(handle)
                  .visibilityTimeout(36_000));
          return true;
        };
    send(queues, "at night");

    scheduler.runUntilIdle();

    assertThat(applied).containsExactly("at night");
    assertThat(times).containsExactly(START, START.plus(Duration.ofHours(10)));
    assertThatThrownBy(() ->
            sqs.changeMessageVisibility(change ->
                change
                    .queueUrl(EmbeddedSqs.url("store-updates"))
                    .receiptHandle("gone")
                    .visibilityTimeout(1)))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
  }

  @Test
  void aMessageThatIsHeldBackComesWhenItsTimeHasCome() {
    Queues queues = queues();
    new EmbeddedSqs(queues)
        .sendMessage(send ->
            send.queueUrl(EmbeddedSqs.url("stock-changes")).messageBody("late").delaySeconds(300));
    scheduler.advance(Duration.ofSeconds(299));
    assertThat(applied).isEmpty();
    scheduler.runUntilIdle();
    assertThat(times).containsExactly(START.plusSeconds(305));
    assertThatThrownBy(
            () -> new EmbeddedSqs(queues).sendMessage(send -> send.queueUrl("x").messageBody("y")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void aMessageThatItsFunctionHidesForLongerComesThenAlsoAfterARestart() {
    Queues queues = queues();
    hiding = queues;
    refuses = body -> times.size() == 1;
    send(queues, "later");
    scheduler.advance(Duration.ofSeconds(599));
    assertThat(times).hasSize(1);

    VirtualScheduler second = new VirtualScheduler(1, scheduler.now());
    queues(journal, second, Tripwire.NONE, Disorder.NONE).resume();
    second.runUntilIdle();

    assertThat(times).containsExactly(START, START.plusSeconds(600));
    assertThat(applied).containsExactly("later");
    assertThatThrownBy(() -> hide("0000000000000009#1"))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
  }

  @Test
  void aMessageThatIsBuriedDoesNotKeepAnotherFromComingWhenItsTimeHasCome() {
    Queues queues = queues();
    refuses = body -> true;
    send(queues, "dies");
    scheduler.advance(Duration.ofSeconds(61));
    hiding = queues;
    send(queues, "later");
    refuses = body -> body.equals("dies") || times.size() < 5;
    scheduler.runUntilIdle();

    assertThat(applied).containsExactly("later");
    assertThat(queues.deadLetters("store-updates")).hasSize(1);
  }

  @Test
  void aFunctionThatThrowsFailsTheWholeBatchAndSaysWhyInTheDeadLetters() {
    Queues queues = queues();
    breaks = true;
    send(queues, "a");
    send(queues, "b");
    scheduler.runUntilIdle();
    assertThat(queues.deadLetters("store-updates")).hasSize(2);
    assertThat(queues.deadLetters("store-updates").getFirst().failure()).contains("store is down");
  }

  @Test
  void deadLettersAreTriedAgainWhenTheyAreRedriven() {
    Queues queues = queues();
    breaks = true;
    send(queues, "a");
    scheduler.runUntilIdle();
    breaks = false;
    assertThat(queues.redrive("store-updates")).isEqualTo(1);
    scheduler.runUntilIdle();
    assertThat(applied).containsExactly("a");
    assertThat(queues.deadLetters("store-updates")).isEmpty();
    assertThat(queues.depth("store-updates")).isZero();
  }

  @Test
  void aMessageOfTwoSubscribersIsAppliedByBothAndAFilterKeepsOthersOut() {
    Queues queues = queues();
    EmbeddedSns sns = sns(queues, Map.of("type", List.of("shipped", "delivered")));
    sns.publish(p -> p.topicArn(EmbeddedSns.arn("parcels")).message("no attributes"));
    scheduler.runUntilIdle();
    assertThat(applied).containsExactly("no attributes");
    assertThat(events.getFirst().toString()).contains(":store-updates");
    assertThatThrownBy(() -> sns.publish(p -> p.topicArn("arn:other").message("x")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> sns.publish(p -> p.topicArn(EmbeddedSns.arn("parcels"))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void whatWasPublishedIsThereAfterAKillAtAnyPoint(@TempDir Path folder) {
    for (int point = 1; ; point++) {
      applied.clear();
      int[] passed = {0};
      int dieAt = point;
      Tripwire wire =
          (moment, what) -> {
            if (++passed[0] == dieAt) {
              throw new Crash(moment + " " + what);
            }
          };
      boolean sent = false;
      boolean crashed = false;
      try (Journal disk = Journal.in(folder.resolve("" + point))) {
        VirtualScheduler first = new VirtualScheduler(1, START);
        try {
          Queues queues = queues(disk, first, wire, Disorder.NONE);
          send(queues, "a");
          send(queues, "b");
          sent = true;
          first.runUntilIdle();
        } catch (Crash crash) {
          crashed = true;
          VirtualScheduler second = new VirtualScheduler(1, first.now());
          Queues queues = queues(disk, second, Tripwire.NONE, Disorder.NONE);
          queues.resume();
          second.runUntilIdle();
          assertThat(queues.depth("store-updates")).isZero();
        }
      }
      if (sent) {
        assertThat(applied).as("died at %s", point).contains("a", "b");
      }
      if (!crashed) {
        assertThat(point).isGreaterThan(8);
        break;
      }
    }
  }

  @Test
  void aRestartNeverWritesOverWhatItFound() {
    breaks = true;
    Queues first = queues(journal, new VirtualScheduler(1, START), Tripwire.NONE, Disorder.NONE);
    send(first, "old");
    Queues second = queues();
    send(second, "new");
    assertThat(second.depth("store-updates")).isEqualTo(2);
  }

  @Test
  void disorderRepeatsAndShufflesDeliveriesTheSameWayForTheSameSeed() {
    List<String> first = disorderly(5);
    assertThat(first).hasSizeGreaterThan(30).contains("m0", "m29");
    assertThat(first.stream().distinct().toList())
        .hasSize(30)
        .isNotEqualTo(first.stream().distinct().sorted().toList());
    assertThat(disorderly(5)).isEqualTo(first);
    assertThat(disorderly(6)).isNotEqualTo(first);
  }

  private List<String> disorderly(long seed) {
    applied.clear();
    try (Journal fresh = Journal.inMemory()) {
      VirtualScheduler seeded = new VirtualScheduler(seed, START);
      Queues queues = queues(fresh, seeded, Tripwire.NONE, new Disorder(0.5, 0.5));
      for (int i = 0; i < 30; i++) {
        send(queues, "m" + i);
      }
      seeded.runUntilIdle();
      assertThat(queues.depth("store-updates")).isZero();
    }
    return List.copyOf(applied);
  }

  private Queues queues() {
    return queues(journal, scheduler, Tripwire.NONE, Disorder.NONE);
  }

  private Queues queues(Journal at, VirtualScheduler clock, Tripwire wire, Disorder disorder) {
    Functions functions = new Functions(clock, wire, line -> {});
    functions.register(
        "updater",
        () ->
            (in, out, context) -> {
              JsonNode event = JSON.readTree(in.readAllBytes());
              events.add(event);
              times.add(clock.now());
              if (breaks) {
                throw new IllegalStateException("store is down");
              }
              List<String> failed = new ArrayList<>();
              for (JsonNode entry : event.path("Records")) {
                if (refuses.test(entry.path("body").asText())) {
                  failed.add("{\"itemIdentifier\":\"" + entry.path("messageId").asText() + "\"}");
                  hide(entry.path("receiptHandle").asText());
                } else {
                  applied.add(entry.path("body").asText());
                }
              }
              out.write(bytes("{\"batchItemFailures\":[" + String.join(",", failed) + "]}"));
            });
    return new Queues(
        at,
        functions,
        clock,
        wire,
        List.of(
            new QueueSettings("store-updates", Duration.ofSeconds(30), 3),
            new QueueSettings("customer-notices", Duration.ofSeconds(30), 3),
            new QueueSettings("stock-changes", Duration.ofSeconds(30), 3)),
        List.of(
            new Mapping("store-updates", "updater", 10),
            new Mapping("customer-notices", "updater", 10),
            new Mapping("stock-changes", "updater", 20, Duration.ofSeconds(5))),
        disorder);
  }

  private void hide(String receiptHandle) {
    Queues queues = hiding;
    if (queues != null) {
      new EmbeddedSqs(queues)
          .changeMessageVisibility(request ->
              request
                  .queueUrl(EmbeddedSqs.url("store-updates"))
                  .receiptHandle(receiptHandle)
                  .visibilityTimeout(600));
    }
  }

  private EmbeddedSns sns(Queues queues, Map<String, List<String>> filter) {
    return new EmbeddedSns(
        Set.of("parcels"),
        filter.isEmpty()
            ? List.of(new Subscription("parcels", "store-updates", Map.of()))
            : List.of(
                new Subscription("parcels", "store-updates", Map.of()),
                new Subscription("parcels", "customer-notices", filter)),
        queues,
        scheduler);
  }

  private static void send(Queues queues, String body) {
    sendTo(queues, "store-updates", body);
  }

  private static void sendTo(Queues queues, String queue, String body) {
    queues.send(queue, body, new LinkedHashMap<>());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
