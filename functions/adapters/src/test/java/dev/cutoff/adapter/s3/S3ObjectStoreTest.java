package dev.cutoff.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.aws.AwsEndpoint;
import dev.cutoff.adapter.aws.AwsEndpoint.Answer;
import dev.cutoff.effect.application.TryAgainLater;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3ObjectStoreTest {
  private static final byte[] LABEL = "^XA^XZ".getBytes(StandardCharsets.UTF_8);
  private static final String KEY = "labels/none.zpl";

  private final AwsEndpoint s3 = AwsEndpoint.start();
  private final S3ObjectStore objects =
      new S3ObjectStore(
          s3.client(
              S3Client.builder()
                  .forcePathStyle(true)
                  .serviceConfiguration(to -> to.chunkedEncodingEnabled(false))
                  .requestChecksumCalculation(AwsEndpoint.plainBodies())),
          "bucket");

  @AfterEach
  void stop() {
    s3.close();
  }

  @Test
  void the_same_bytes_twice_are_one_object() {
    keepsObjects();
    String key = objects.put("labels", "zpl", LABEL);
    assertThat(key).matches("labels/[0-9a-f]{64}\\.zpl");
    assertThat(objects.put("labels", "zpl", LABEL)).isEqualTo(key);
    assertThat(objects.put("labels", "zpl", new byte[] {1})).isNotEqualTo(key);
    assertThat(objects.get(key)).hasValueSatisfying(got -> assertThat(got).isEqualTo(LABEL));
    assertThat(s3.requests().getFirst().path()).isEqualTo("/bucket/" + key);
    assertThat(s3.requests().getFirst().type()).isEqualTo("application/zpl");
  }

  @Test
  void what_is_not_there_is_empty() {
    keepsObjects();
    assertThat(objects.get(KEY)).isEmpty();
  }

  @Test
  void a_busy_store_is_to_be_tried_again() {
    s3.answers(request -> error(503, "SlowDown"));
    assertThatThrownBy(() -> objects.put("labels", "zpl", LABEL))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageContaining("SlowDown");
    assertThatThrownBy(() -> objects.get(KEY)).isInstanceOf(TryAgainLater.class);
  }

  @Test
  void a_missing_permission_is_neither_missing_nor_busy() {
    s3.answers(request -> error(403, "AccessDenied"));
    assertThatThrownBy(() -> objects.get(KEY)).isInstanceOf(S3Exception.class);
  }

  private void keepsObjects() {
    Map<String, String> kept = new ConcurrentHashMap<>();
    s3.answers(request -> {
      if (request.method().equals("PUT")) {
        kept.put(request.path(), request.body());
        return new Answer(200, "");
      }
      String body = kept.get(request.path());
      return body == null ? error(404, "NoSuchKey") : new Answer(200, body);
    });
  }

  private static Answer error(int status, String code) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/xml"),
        "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
  }
}
