package dev.cutoff.adapter.notice.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.notice.application.Notices;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Asks an AWS service whose client is not among the SDK's modules that we have: signed and sent by
 * the SDK, once. A lost answer must not become a second message.
 */
public final class SignedCalls {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final URI endpoint;

  /**
   * Asks one service.
   *
   * @param endpoint of the service in that region, without a path
   */
  public SignedCalls(
      SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI endpoint) {
    this.http = http;
    this.credentials = credentials;
    this.region = region;
    this.endpoint = endpoint;
  }

  /**
   * What was answered.
   *
   * @param error name of the error; empty where there was none
   */
  record Answer(int status, String error, JsonNode body) {
    boolean isDone() {
      return status / 100 == 2;
    }
  }

  /**
   * Posts JSON.
   *
   * @param service as signatures name it
   * @throws Notices.InDoubt where nobody answered
   */
  Answer post(String service, String path, Map<String, String> headers, JsonNode body) {
    ContentStreamProvider payload = ContentStreamProvider.fromUtf8String(body.toString());
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve(path))
            .putHeader("Content-Length", Integer.toString(length(body)));
    headers.forEach(request::putHeader);
    try {
      SignedRequest signed =
          AwsV4HttpSigner.create()
              .sign(sign ->
                  sign.identity(credentials.resolveCredentials())
                      .request(request.build())
                      .payload(payload)
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, region));
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(payload))
                      .build())
              .call();
      return answer(response);
    } catch (IOException | SdkClientException lost) {
      throw new Notices.InDoubt(service + " did not answer", lost);
    }
  }

  private static Answer answer(HttpExecuteResponse response) throws IOException {
    JsonNode body;
    try (InputStream in =
        response
            .responseBody()
            .map(InputStream.class::cast)
            .orElse(InputStream.nullInputStream())) {
      byte[] bytes = in.readAllBytes();
      body = bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes);
    }
    String error =
        response
            .httpResponse()
            .firstMatchingHeader("x-amzn-ErrorType")
            .orElse(body.path("__type").asText(""));
    return new Answer(response.httpResponse().statusCode(), named(error), body);
  }

  /** "com.amazonaws…#ConflictException:http://…" is how services write it. */
  private static String named(String error) {
    return error.replaceAll(":.*$", "").replaceAll("^.*#", "");
  }

  private static int length(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
