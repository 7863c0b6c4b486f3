package dev.cutoff.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.acceptance.emulator.Emulator;
import dev.cutoff.acceptance.emulator.Stack;
import dev.cutoff.local.store.FakeStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The example shop on the emulator. */
final class EmulatedShop {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EmulatedShop() {}

  /** Deploys the template under that name and opens the shop there. */
  static DeployedShop open(Emulator emulator, String name, Path template) {
    Stack stack = Stack.deploy(emulator, name, template);
    FakeStores stores = FakeStores.start(0, Clock.systemUTC());
    return DeployedShop.open(
        new DeployedShop.Place(
            emulator,
            stack,
            URI.create(
                emulator.endpoint() + "/_aws/execute-api/" + stack.output("ApiId") + "/$default"),
            stores::apiUrl,
            sample -> sample,
            EnumSet.allOf(Shop.Sight.class),
            orderId -> mails(emulator, orderId),
            queue -> moveBack(emulator, stack)),
        stores);
  }

  /** The emulator does not know StartMessageMoveTask, so this does its work. */
  private static void moveBack(Emulator emulator, Stack stack) {
    try (SqsClient queues = emulator.client(SqsClient.builder())) {
      String from = stack.output("StoreUpdatesDeadLettersUrl");
      String to = stack.output("StoreUpdatesQueueUrl");
      List<Message> some;
      do {
        some =
            queues
                .receiveMessage(
                    request -> request.queueUrl(from).maxNumberOfMessages(10).waitTimeSeconds(5))
                .messages();
        for (Message each : some) {
          queues.sendMessage(request -> request.queueUrl(to).messageBody(each.body()));
          queues.deleteMessage(
              request -> request.queueUrl(from).receiptHandle(each.receiptHandle()));
        }
      } while (!some.isEmpty());
    }
  }

  /** From the emulator's own list of what was sent through SES. */
  private static List<String> mails(Emulator emulator, String orderId) {
    String number = orderId.substring(orderId.indexOf('-') + 1);
    HttpRequest question =
        HttpRequest.newBuilder(emulator.endpoint().resolve("/_ministack/ses/messages"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      JsonNode all =
          JSON.readTree(Api.HTTP.send(question, BodyHandlers.ofByteArray()).body())
              .path("messages");
      List<String> about = new ArrayList<>();
      for (JsonNode account : all) {
        for (JsonNode mail : account) {
          if (mail.path("BodyText").asText().contains("Order " + number + "\r\n")) {
            about.add(mail.path("To") + " " + mail.path("Subject").asText());
          }
        }
      }
      return about;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
