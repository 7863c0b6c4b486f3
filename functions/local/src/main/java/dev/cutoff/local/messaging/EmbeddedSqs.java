package dev.cutoff.local.messaging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** SQS in this JVM, for who sends to a queue, behind the interface of the SDK's client. */
public final class EmbeddedSqs implements SqsClient {
  private static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/";
  private static final int LONGEST_DELAY = 900;
  private static final int LONGEST_VISIBILITY = 43_200;

  private final Queues queues;

  public EmbeddedSqs(Queues queues) {
    this.queues = queues;
  }

  public static String url(String queue) {
    return URL + queue;
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    String body = request.messageBody();
    if (body == null || body.isEmpty()) {
      throw InvalidMessageContentsException.builder().message("The message is empty").build();
    }
    int delay = request.delaySeconds() == null ? 0 : request.delaySeconds();
    if (delay < 0 || delay > LONGEST_DELAY) {
      throw new IllegalArgumentException("DelaySeconds is 0 to 900, not " + delay);
    }
    SequencedMap<String, Attribute> attributes = new LinkedHashMap<>();
    List<String> ids =
        queues.send(
            List.of(queue(request.queueUrl())), body, attributes, Duration.ofSeconds(delay));
    return SendMessageResponse.builder().messageId(ids.getFirst()).build();
  }

  /** Of a message that is in work: it is handed back later than its queue would by itself. */
  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    int seconds = request.visibilityTimeout() == null ? -1 : request.visibilityTimeout();
    if (seconds < 0 || seconds > LONGEST_VISIBILITY) {
      throw new IllegalArgumentException("VisibilityTimeout is 0 to 43200, not " + seconds);
    }
    boolean there =
        queues.hide(
            queue(request.queueUrl()), request.receiptHandle(), Duration.ofSeconds(seconds));
    if (!there) {
      throw MessageNotInflightException.builder().message("It is not in work").build();
    }
    return ChangeMessageVisibilityResponse.builder().build();
  }

  private String queue(@Nullable String url) {
    String name = url != null && url.startsWith(URL) ? url.substring(URL.length()) : "";
    if (!queues.has(name)) {
      throw QueueDoesNotExistException.builder().message("There is no queue " + url).build();
    }
    return name;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
