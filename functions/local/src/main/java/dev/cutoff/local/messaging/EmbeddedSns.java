package dev.cutoff.local.messaging;

import dev.cutoff.local.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidParameterValueException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** SNS in this JVM, to queues alone, behind the interface of the SDK's client. */
public final class EmbeddedSns implements SnsClient {

  private static final String ARN = "arn:aws:sns:us-east-1:000000000000:";
  private static final int LIMIT = 256 * 1024;

  private final Set<String> topics;
  private final List<Subscription> subscriptions;
  private final Queues queues;
  private final Scheduler scheduler;

  public EmbeddedSns(
      Set<String> topics, List<Subscription> subscriptions, Queues queues, Scheduler scheduler) {
    this.topics = Set.copyOf(topics);
    this.subscriptions = List.copyOf(subscriptions);
    this.queues = queues;
    this.scheduler = scheduler;
    for (Subscription subscription : subscriptions) {
      if (!topics.contains(subscription.topic()) || !queues.has(subscription.queue())) {
        throw new IllegalArgumentException(
            "Neither topic nor queue may be missing: " + subscription);
      }
    }
  }

  public static String arn(String topic) {
    return ARN + topic;
  }

  @Override
  public PublishResponse publish(PublishRequest request) {
    String topic = topic(request.topicArn());
    String message = request.message();
    if (message == null || message.isEmpty()) {
      throw InvalidParameterException.builder().message("Invalid parameter: Empty message").build();
    }
    if (message.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
      throw InvalidParameterException.builder()
          .message("Invalid parameter: Message too long")
          .build();
    }
    SequencedMap<String, Attribute> attributes = attributes(request.messageAttributes());
    List<String> to =
        subscriptions.stream()
            .filter(s -> s.topic().equals(topic) && s.takes(attributes))
            .map(Subscription::queue)
            .toList();
    queues.send(to, message, attributes);
    String id = new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
    return PublishResponse.builder().messageId(id).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private String topic(@Nullable String arn) {
    String name = arn != null && arn.startsWith(ARN) ? arn.substring(ARN.length()) : "";
    if (!topics.contains(name)) {
      throw NotFoundException.builder().message("Topic does not exist: " + arn).build();
    }
    return name;
  }

  private static SequencedMap<String, Attribute> attributes(
      Map<String, MessageAttributeValue> given) {
    SequencedMap<String, Attribute> attributes = new LinkedHashMap<>();
    new TreeMap<>(given)
        .forEach((name, value) -> {
          if (value.dataType() == null || value.stringValue() == null) {
            throw InvalidParameterValueException.builder()
                .message("The message attribute '" + name + "' must contain a non-empty string")
                .build();
          }
          attributes.put(name, new Attribute(value.dataType(), value.stringValue()));
        });
    return attributes;
  }
}
