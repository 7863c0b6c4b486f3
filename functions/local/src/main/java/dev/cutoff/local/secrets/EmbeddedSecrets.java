package dev.cutoff.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager in this JVM, behind the interface of the SDK's client. */
public final class EmbeddedSecrets implements SecretsManagerClient {

  private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:";
  private static final Pattern BY_ARN =
      Pattern.compile("arn:aws:secretsmanager:[^:]*:[^:]*:secret:(.+?)(?:-[A-Za-z0-9]{6})?");

  private final Supplier<Map<String, String>> source;

  /** The source is asked each time, so a changed secret is seen without a restart. */
  public EmbeddedSecrets(Supplier<Map<String, String>> source) {
    this.source = source;
  }

  /** Of a JSON object (a value that is no text is kept as JSON) or a {@code .properties} file. */
  public static EmbeddedSecrets in(Path file) {
    return new EmbeddedSecrets(
        () -> file.toString().endsWith(".properties") ? properties(file) : json(file));
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    String id = String.valueOf(request.secretId());
    Matcher byArn = BY_ARN.matcher(id);
    String name = byArn.matches() ? byArn.group(1) : id;
    String value = source.get().get(name);
    if (value == null) {
      throw ResourceNotFoundException.builder()
          .message("Secrets Manager can't find the specified secret.")
          .build();
    }
    return GetSecretValueResponse.builder().arn(ARN + name).name(name).secretString(value).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private static Map<String, String> json(Path file) {
    Map<String, String> secrets = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> entry :
          new ObjectMapper().readTree(Files.readAllBytes(file)).properties()) {
        JsonNode value = entry.getValue();
        secrets.put(entry.getKey(), value.isTextual() ? value.textValue() : value.toString());
      }
    } catch (IOException e) {
      // The parser's message could quote a secret.
      throw new UncheckedIOException(new IOException("The secrets file is not readable: " + file));
    }
    return secrets;
  }

  private static Map<String, String> properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The secrets file is not readable: " + file, e);
    }
    Map<String, String> secrets = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(n -> secrets.put(n, properties.getProperty(n)));
    return secrets;
  }
}
