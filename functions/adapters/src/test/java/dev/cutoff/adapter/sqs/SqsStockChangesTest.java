package dev.cutoff.adapter.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.adapter.aws.AwsEndpoint;
import dev.cutoff.adapter.aws.AwsEndpoint.Answer;
import dev.cutoff.stock.Sku;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

final class SqsStockChangesTest {
  private static final Sku MUG = new Sku("MUG-01");
  private static final Sku ODD = new Sku("A \"b\"\\c,d");

  private final AwsEndpoint sqs = AwsEndpoint.start();
  private final SqsStockChanges changes =
      new SqsStockChanges(sqs.client(SqsClient.builder()), "https://sqs.example.com/1/changes");

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void allSkusOfAChangeTravelInOneMessageEachOnce() throws IOException {
    answers();
    changes.changed(List.of(MUG, ODD, MUG));
    assertThat(messages()).hasSize(1);
    JsonNode sent = messages().getFirst();
    assertThat(sent.path("QueueUrl").asText()).isEqualTo("https://sqs.example.com/1/changes");
    assertThat(sent.has("DelaySeconds")).isFalse();
    assertThat(StockChangeMessage.read(sent.path("MessageBody").asText()))
        .containsExactly(ODD, MUG);
  }

  @Test
  void nothingChangedIsNothingSent() {
    changes.changed(List.of());
    assertThat(sqs.requests()).isEmpty();
  }

  @Test
  void aWholeShopTravelsInSmallPieces() throws IOException {
    answers();
    Set<Sku> all = new TreeSet<>();
    IntStream.range(0, 60).forEach(number -> all.add(new Sku("SKU-" + number)));
    changes.changed(all);
    Set<Sku> read = new TreeSet<>();
    for (JsonNode sent : messages()) {
      Set<Sku> some = StockChangeMessage.read(sent.path("MessageBody").asText());
      assertThat(some).hasSizeLessThanOrEqualTo(25);
      read.addAll(some);
    }
    assertThat(read).isEqualTo(all);
  }

  @Test
  void aLookThatIsPutOffIsHeldBackByTheQueueFifteenMinutesAtMost() throws IOException {
    answers();
    changes.after(Duration.ofMinutes(5), List.of(MUG));
    changes.after(Duration.ofDays(1), List.of(MUG));
    assertThat(messages().stream().map(sent -> sent.path("DelaySeconds").asInt()))
        .containsExactly(300, 900);
  }

  @Test
  void aQueueThatIsBusyTakesNobodyDown() {
    sqs.refuses(503, "ServiceUnavailable");
    changes.changed(List.of(MUG));
    assertThat(sqs.requests()).isNotEmpty();
  }

  @Test
  void aMistakeOfOursIsTold() {
    sqs.refuses(403, "AccessDenied");
    assertThatThrownBy(() -> changes.changed(List.of(MUG))).isInstanceOf(SqsException.class);
  }

  @Test
  void whatIsNoChangeOfStockIsRefused() {
    for (String body :
        List.of("", "null", "[]", "{}", "{\"skus\":[]}", "{\"skus\":[7]}", "{\"skus\":[\"\"]}")) {
      assertThatThrownBy(() -> StockChangeMessage.read(body))
          .as(body)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void answers() {
    sqs.answers(request ->
        new Answer(200, "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5(request) + "\"}"));
  }

  /** The client checks that the queue got what it sent. */
  private static String md5(AwsEndpoint.Request request) {
    try {
      byte[] body =
          new ObjectMapper()
              .readTree(request.body())
              .path("MessageBody")
              .asText()
              .getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<JsonNode> messages() throws IOException {
    List<JsonNode> bodies = new ArrayList<>();
    for (AwsEndpoint.Request request : sqs.requests()) {
      bodies.add(new ObjectMapper().readTree(request.body()));
    }
    return bodies;
  }
}
