package dev.cutoff.adapter.s3;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.effect.application.ObjectStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects named by the hash of what is in them, so that writing again changes nothing. */
public final class S3ObjectStore implements ObjectStore {
  private static final Map<String, String> TYPES =
      Map.of("json", "application/json", "pdf", "application/pdf", "zpl", "application/zpl");

  private final S3Client s3;
  private final String bucket;

  public S3ObjectStore(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public String put(String folder, String extension, byte[] bytes) {
    String key = folder + "/" + hash(bytes) + "." + extension;
    AwsCalls.call(
        "S3: put " + folder,
        () ->
            s3.putObject(
                request ->
                    request
                        .bucket(bucket)
                        .key(key)
                        .contentType(TYPES.getOrDefault(extension, "application/octet-stream")),
                RequestBody.fromBytes(bytes)));
    return key;
  }

  @Override
  public Optional<byte[]> get(String key) {
    try {
      return Optional.of(
          AwsCalls.call(
              "S3: get",
              () -> s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray()));
    } catch (NoSuchKeyException none) {
      return Optional.empty();
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
