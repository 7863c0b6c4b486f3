package dev.cutoff.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.geo.Atlas;
import dev.cutoff.adapter.notice.phone.MessageFolder;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.adapter.sqs.SqsVisibility;
import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.QuietHours;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.Telling;
import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.HeedingComplaints;
import dev.cutoff.notice.application.NotifyingCustomer;
import dev.cutoff.notice.application.SendingNotice;
import dev.cutoff.order.Order;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.InMemoryNoticeLog;
import dev.cutoff.testkit.InMemoryNoticeStops;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.Places;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;

/** What becomes of messages of the queue: told, handed back until morning, heeded. */
class CustomerNoticeHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final List<ChangeMessageVisibilityRequest> hidden = new ArrayList<>();
  private final InMemoryOrders orders = new InMemoryOrders();
  private final InMemoryNoticeStops stops = new InMemoryNoticeStops();
  private final ManualClock clock = ManualClock.at("2026-11-24T06:00:00Z");

  @BeforeEach
  void anOrder() {
    Order order = AnOrder.numbered("1001").line("MUG-WHT", 1).received();
    assertThat(orders.save(null, order, List.of()).name()).isEqualTo("SAVED");
  }

  @Test
  void atNightATextIsHandedBackUntilTheCustomersMorning() throws IOException {
    // 22:00 in Los Angeles.
    assertThat(failures(cancelled())).containsExactly("m-1");

    assertThat(hidden).hasSize(1);
    assertThat(hidden.getFirst().receiptHandle()).isEqualTo("r-1");
    assertThat(hidden.getFirst().visibilityTimeout()).isEqualTo(10 * 3_600);
    assertThat(folder).isEmptyDirectory();

    clock.set(Instant.parse("2026-11-24T16:00:00Z"));
    assertThat(failures(cancelled())).isEmpty();
    assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".txt"));
  }

  @Test
  void whatSesSaysOfAMailIsHeeded() throws IOException {
    String bounce =
        "{\"notificationType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Permanent\","
            + "\"bouncedRecipients\":[{\"emailAddress\":\"gone@example.com\"}]},\"mail\":{}}";

    assertThat(failures(bounce)).isEmpty();

    assertThat(stops.isStopped(new Recipient("email", "gone@example.com"))).isTrue();
  }

  @Test
  void whatIsNeitherGoesToTheDeadLetters() throws IOException {
    assertThat(failures("this is no announcement")).containsExactly("m-1");
    assertThat(hidden).isEmpty();
  }

  private static String cancelled() {
    return "{\"what\":\"cancelled\",\"orderId\":\"DTC-1001\",\"shipmentId\":null,\"parcelId\":null,"
        + "\"occurredAt\":\"2026-11-24T05:59:00Z\"}";
  }

  private List<String> failures(String body) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode message = event.putArray("Records").addObject();
    message.put("messageId", "m-1").put("receiptHandle", "r-1").put("body", body);
    message.putObject("attributes").put("SentTimestamp", "1795500000000");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler()
        .handleRequest(
            new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
            out,
            context());
    List<String> failed = new ArrayList<>();
    JSON.readTree(out.toByteArray())
        .path("batchItemFailures")
        .forEach(item -> failed.add(item.path("itemIdentifier").asText()));
    return failed;
  }

  /** Asked for anything it answers nothing: the handler does not ask. */
  private static Context context() {
    Object none =
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    return Context.class.cast(none);
  }

  private CustomerNoticeHandler handler() {
    NotifyingCustomer telling =
        new NotifyingCustomer(
            orders,
            new FixedMerchants(AMerchant.standard().store(store()).build()),
            new SendingNotice(new InMemoryNoticeLog(), stops, new Atlas(), clock),
            List.of(new PhoneNotices(PhoneNotices.SMS, new MessageFolder(folder), "")),
            clock);
    return new CustomerNoticeHandler(
        telling, new HeedingComplaints(stops, clock), new SqsVisibility(sqs(), "queue", clock));
  }

  private static Store store() {
    Store plain = Places.store("acme", "shopify", "DTC");
    QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
    return new Store(
        plain.id(),
        plain.channel(),
        plain.name(),
        plain.orderPrefix(),
        plain.webhookSecretName(),
        plain.apiUrl(),
        plain.apiSecretName(),
        plain.locations(),
        plain.shippingMethods(),
        plain.notices(),
        plain.stock(),
        plain.remorse(),
        null,
        Brand.PLAIN,
        new Telling("en", List.of("sms"), night, "", Map.of()));
  }

  private SqsClient sqs() {
    return new SqsClient() {
      @Override
      public ChangeMessageVisibilityResponse changeMessageVisibility(
          ChangeMessageVisibilityRequest request) {
        hidden.add(request);
        return ChangeMessageVisibilityResponse.builder().build();
      }

      @Override
      public String serviceName() {
        return "sqs";
      }

      @Override
      public void close() {}
    };
  }
}
