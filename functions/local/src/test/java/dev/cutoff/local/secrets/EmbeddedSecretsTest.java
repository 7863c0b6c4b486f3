package dev.cutoff.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

final class EmbeddedSecretsTest {

  @TempDir private Path folder;

  @Test
  void aSecretIsFoundByNameAndByArnAndAChangeIsSeenAtOnce() throws IOException {
    Path file = folder.resolve("secrets.json");
    Files.writeString(file, "{\"cutoff/acme\":\"s3cret\",\"cutoff/api\":{\"token\":\"t\"}}");
    EmbeddedSecrets secrets = EmbeddedSecrets.in(file);
    assertThat(secret(secrets, "cutoff/acme")).isEqualTo("s3cret");
    assertThat(secret(secrets, "cutoff/api")).isEqualTo("{\"token\":\"t\"}");
    assertThat(
            secret(
                secrets, "arn:aws:secretsmanager:us-east-1:000000000000:secret:cutoff/acme-AbCdEf"))
        .isEqualTo("s3cret");
    Files.writeString(file, "{\"cutoff/acme\":\"other\"}");
    assertThat(secret(secrets, "cutoff/acme")).isEqualTo("other");
  }

  @Test
  void aMissingSecretIsResourceNotFound() throws IOException {
    Path file = folder.resolve("secrets.properties");
    Files.writeString(file, "a=b\n");
    EmbeddedSecrets secrets = EmbeddedSecrets.in(file);
    assertThat(secret(secrets, "a")).isEqualTo("b");
    assertThatThrownBy(() -> secret(secrets, "c")).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void anUnreadableFileIsToldWithoutItsContents() throws IOException {
    Path file = folder.resolve("secrets.json");
    Files.writeString(file, "{\"a\": s3cret}");
    assertThatThrownBy(() -> secret(EmbeddedSecrets.in(file), "a"))
        .hasStackTraceContaining("not readable")
        .hasMessageNotContaining("s3cret");
  }

  private static String secret(EmbeddedSecrets secrets, String id) {
    return secrets.getSecretValue(g -> g.secretId(id)).secretString();
  }
}
