package dev.cutoff.adapter.sqs;

import dev.cutoff.notice.application.DeadLetters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * Dead letters on SQS. A queue can't be listed: messages are received and hidden for a few seconds,
 * so two people who look at once may each see a part.
 */
public final class SqsDeadLetters implements DeadLetters {
  private static final int MOST_ROUNDS = 10;
  private static final int AT_ONCE = 10;
  private static final int HIDDEN_SECONDS = 5;

  private final SqsClient sqs;
  private final Map<String, Queue> queues;

  /**
   * Where one queue's dead letters are.
   *
   * @param url of the dead-letter queue
   * @param arn of the dead-letter queue
   */
  public record Queue(String url, String arn) {}

  /**
   * Over these queues.
   *
   * @param queues dead-letter queues by the name of the queue they belong to
   */
  public SqsDeadLetters(SqsClient sqs, Map<String, Queue> queues) {
    this.sqs = sqs;
    this.queues = new LinkedHashMap<>(queues);
  }

  @Override
  public List<String> queues() {
    return List.copyOf(queues.keySet());
  }

  @Override
  public List<DeadLetter> of(String queue) {
    Map<String, DeadLetter> found = new LinkedHashMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ReceiveMessageResponse received =
          sqs.receiveMessage(request ->
              request
                  .queueUrl(known(queue).url())
                  .maxNumberOfMessages(AT_ONCE)
                  .visibilityTimeout(HIDDEN_SECONDS)
                  .messageSystemAttributeNames(
                      MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
      if (received.messages().isEmpty()) {
        break;
      }
      received.messages().forEach(each -> found.put(each.messageId(), letter(each)));
    }
    return List.copyOf(found.values());
  }

  @Override
  public void replay(String queue) {
    sqs.startMessageMoveTask(request -> request.sourceArn(known(queue).arn()));
  }

  private Queue known(String queue) {
    return Objects.requireNonNull(queues.get(queue), () -> "no queue " + queue);
  }

  private static DeadLetter letter(Message message) {
    String count =
        message
            .attributes()
            .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0");
    return new DeadLetter(message.messageId(), Integer.parseInt(count), message.body());
  }
}
