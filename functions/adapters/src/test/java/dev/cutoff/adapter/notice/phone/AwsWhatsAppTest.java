package dev.cutoff.adapter.notice.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.notice.application.Notices.Sent;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Against an endpoint that speaks the service's wire format, signed and sent by the SDK. */
class AwsWhatsAppTest {
  private static final String NUMBER = "phone-number-id-0123456789abcdef0123456789abcdef";
  private static final Notice NOTICE =
      new Notice(
          "k#whatsapp",
          "order_update",
          "+4915112345678",
          "#90412",
          "Ist unterwegs",
          "",
          "de-AT",
          "");

  private final Api api = new Api();
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final SignedCalls client =
      new SignedCalls(
          http,
          StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
          "us-east-1",
          api.uri());

  @AfterEach
  void stop() {
    http.close();
    api.close();
  }

  @Test
  void theMessageFillsTheTemplateThatWhatsAppApproved() throws Exception {
    assertThat(new AwsWhatsApp(client, NUMBER).send(NOTICE)).isEqualTo(Sent.SENT);

    assertThat(api.asked).hasSize(1);
    Api.Request request = api.asked.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/v1/whatsapp/send");
    assertThat(request.headers().get("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=test/")
        .contains("/us-east-1/social-messaging/aws4_request");
    assertThat(request.body().path("originationPhoneNumberId").asText()).isEqualTo(NUMBER);
    assertThat(request.body().path("metaApiVersion").asText()).startsWith("v");
    assertThat(request.body().fieldNames())
        .toIterable()
        .as("what the SDK's own client 2.40.2 sends")
        .containsExactly("originationPhoneNumberId", "message", "metaApiVersion");
    assertThat(request.headers().get("Content-Type")).isEqualTo("application/json");
    JsonNode message =
        new ObjectMapper()
            .readTree(Base64.getDecoder().decode(request.body().path("message").asText()));
    assertThat(message.path("messaging_product").asText()).isEqualTo("whatsapp");
    assertThat(message.path("to").asText()).isEqualTo("+4915112345678");
    assertThat(message.path("type").asText()).isEqualTo("template");
    assertThat(message.at("/template/name").asText()).isEqualTo("order_update");
    assertThat(message.at("/template/language/code").asText()).isEqualTo("de_AT");
    assertThat(message.at("/template/components/0/parameters/0/text").asText()).isEqualTo("#90412");
    assertThat(message.at("/template/components/0/parameters/1/text").asText())
        .isEqualTo("Ist unterwegs");
  }

  @Test
  void whatIsRefusedSurelyWasNotSent() {
    api.status = 429;
    api.error = "ThrottledRequestException";
    api.answer = "{\"message\":\"slow down\"}";

    assertThatThrownBy(() -> new AwsWhatsApp(client, NUMBER).send(NOTICE))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageNotContaining("4915112345678");
  }

  @Test
  void anAnswerThatWasLostLeavesItInDoubt() {
    api.close();

    assertThatThrownBy(() -> new AwsWhatsApp(client, NUMBER).send(NOTICE))
        .isInstanceOf(Notices.InDoubt.class);
  }
}
