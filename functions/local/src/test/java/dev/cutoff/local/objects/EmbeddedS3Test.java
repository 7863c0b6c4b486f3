package dev.cutoff.local.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.local.functions.Tripwire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class EmbeddedS3Test {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsPutCanBeReadInEveryWayWithItsContentType(boolean onDisk) throws IOException {
    EmbeddedS3 s3 = s3(onDisk);
    s3.putObject(
        p -> p.bucket("b").key("labels/a.pdf").contentType("application/pdf"),
        RequestBody.fromString("%PDF"));
    GetObjectRequest get = GetObjectRequest.builder().bucket("b").key("labels/a.pdf").build();
    assertThat(s3.getObjectAsBytes(get).asUtf8String()).isEqualTo("%PDF");
    assertThat(s3.getObject(get, ResponseTransformer.toBytes()).response().contentType())
        .isEqualTo("application/pdf");
    try (var stream = s3.getObject(get)) {
      assertThat(stream.readAllBytes()).hasSize(4);
    }
    assertThat(s3.headObject(h -> h.bucket("b").key("labels/a.pdf")).contentLength()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSecondPutIfNoneMatchLosesWith412AndChangesNothing(boolean onDisk) {
    EmbeddedS3 s3 = s3(onDisk);
    s3.putObject(p -> p.bucket("b").key("k").ifNoneMatch("*"), RequestBody.fromString("first"));
    assertThatThrownBy(() ->
            s3.putObject(
                p -> p.bucket("b").key("k").ifNoneMatch("*"), RequestBody.fromString("second")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(s3.getObjectAsBytes(g -> g.bucket("b").key("k")).asUtf8String()).isEqualTo("first");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsNotThereIsNoSuchKeyAndDeletingItIsNoError(boolean onDisk) {
    EmbeddedS3 s3 = s3(onDisk);
    s3.putObject(p -> p.bucket("b").key("k"), RequestBody.fromString("x"));
    s3.deleteObject(d -> d.bucket("b").key("k"));
    s3.deleteObject(d -> d.bucket("b").key("k"));
    assertThatThrownBy(() -> s3.getObjectAsBytes(g -> g.bucket("b").key("k")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> s3.headObject(g -> g.bucket("b").key("k")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void anObjectOnDiskIsAFileAtItsKeyAndNothingHalfWrittenIsLeft() throws IOException {
    EmbeddedS3 s3 = s3(true);
    s3.putObject(p -> p.bucket("b").key("labels/a.pdf"), RequestBody.fromString("%PDF"));
    assertThat(folder.resolve("b/labels/a.pdf")).hasContent("%PDF");
    try (Stream<Path> left = Files.list(folder.resolve(".temporary"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aKeyThatWouldLeaveTheFolderIsRefused() {
    EmbeddedS3 s3 = s3(true);
    for (String key : new String[] {"../x", "a/../../x", "/etc/x", "a//b", "a\\..\\b"}) {
      assertThatThrownBy(() -> s3.getObjectAsBytes(g -> g.bucket("b").key(key)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private EmbeddedS3 s3(boolean onDisk) {
    return onDisk
        ? EmbeddedS3.in(folder, Instant::now, Tripwire.NONE)
        : EmbeddedS3.inMemory(Instant::now, Tripwire.NONE);
  }
}
