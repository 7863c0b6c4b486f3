package dev.cutoff.adapter.notice.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.notice.application.Notices.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Against an endpoint that speaks the service's wire format, signed and sent by the SDK. */
class AwsMessagesTest {
  private static final String POOL = "arn:aws:sms-voice:us-east-1:000000000000:pool/pool-1";
  private static final Notice NOTICE =
      new Notice("k#sms", "", "+15105550100", "#90412", "Acme: it is on its way", "", "en", "");

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
  void theRequestIsSignedAndSaysAllOfIt() {
    assertThat(new AwsMessages(client, POOL).send(NOTICE)).isEqualTo(Sent.SENT);

    assertThat(api.asked).hasSize(1);
    Api.Request request = api.asked.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.headers())
        .containsEntry("X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage");
    assertThat(request.headers().get("Content-Type")).startsWith("application/x-amz-json-1.0");
    assertThat(request.headers().get("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=test/")
        .contains("/us-east-1/sms-voice/aws4_request", "host", "x-amz-date");
    assertThat(request.body().toString())
        .as("what the SDK's own client 2.40.2 sends")
        .isEqualTo(
            "{\"DestinationPhoneNumber\":\"+15105550100\",\"OriginationIdentity\":\""
                + POOL
                + "\",\"MessageBody\":\"Acme: it is on its way\",\"MessageType\":\"TRANSACTIONAL\"}");
    assertThat(request.headers().get("Authorization"))
        .contains("SignedHeaders=", "content-type", "x-amz-content-sha256", "x-amz-target");
    assertThat(new AwsMessages(client, POOL).repeatable()).isFalse();
  }

  @Test
  void whoAnsweredStopWantsNoMore() {
    api.status = 400;
    api.error = "ConflictException";
    api.answer =
        "{\"__type\":\"ConflictException\",\"Reason\":\"DESTINATION_PHONE_NUMBER_OPTED_OUT\"}";

    assertThat(new AwsMessages(client, POOL).send(NOTICE)).isEqualTo(Sent.UNWANTED);
  }

  @Test
  void whatIsRefusedSurelyWasNotSent() {
    api.status = 400;
    api.error = "ThrottlingException";
    api.answer = "{\"__type\":\"ThrottlingException\"}";

    assertThatThrownBy(() -> new AwsMessages(client, POOL).send(NOTICE))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageNotContaining("5105550100");
  }

  @Test
  void anAnswerThatWasLostLeavesItInDoubt() {
    api.close();

    assertThatThrownBy(() -> new AwsMessages(client, POOL).send(NOTICE))
        .isInstanceOf(Notices.InDoubt.class)
        .hasMessageNotContaining("5105550100");
  }
}
