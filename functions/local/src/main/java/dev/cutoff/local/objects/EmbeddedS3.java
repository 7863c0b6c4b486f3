package dev.cutoff.local.objects;

import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.functions.Tripwire.Moment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 in this JVM, behind the interface of the SDK's client. Buckets are there when used. */
public final class EmbeddedS3 implements S3Client {

  private static final String OCTETS = "application/octet-stream";

  private final Shelf shelf;
  private final InstantSource clock;
  private final Tripwire tripwire;

  private EmbeddedS3(Shelf shelf, InstantSource clock, Tripwire tripwire) {
    this.shelf = shelf;
    this.clock = clock;
    this.tripwire = tripwire;
  }

  public static EmbeddedS3 inMemory(InstantSource clock, Tripwire tripwire) {
    return new EmbeddedS3(new MemoryShelf(), clock, tripwire);
  }

  public static EmbeddedS3 in(Path folder, InstantSource clock, Tripwire tripwire) {
    return new EmbeddedS3(new FolderShelf(folder), clock, tripwire);
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    String type = request.contentType() == null ? OCTETS : request.contentType();
    StoredObject object;
    try (InputStream in = body.contentStreamProvider().newStream()) {
      object = new StoredObject(in.readAllBytes(), type, clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (request.ifNoneMatch() != null && !request.ifNoneMatch().equals("*")) {
      throw failure(501, "NotImplemented", "If-None-Match takes * alone");
    }
    tripwire.pass(Moment.BEFORE_WRITE, "s3");
    put(request, object);
    tripwire.pass(Moment.AFTER_WRITE, "s3");
    return PutObjectResponse.builder().eTag(object.eTag()).build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    StoredObject object = existing(request.bucket(), request.key());
    GetObjectResponse response =
        GetObjectResponse.builder()
            .contentType(object.contentType())
            .contentLength((long) object.bytes().length)
            .eTag(object.eTag())
            .lastModified(object.lastModified())
            .build();
    try {
      return transformer.transform(
          response, AbortableInputStream.create(new ByteArrayInputStream(object.bytes())));
    } catch (Exception e) {
      throw SdkClientException.create("The transformer failed", e);
    }
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    StoredObject object = existing(request.bucket(), request.key());
    return HeadObjectResponse.builder()
        .contentType(object.contentType())
        .contentLength((long) object.bytes().length)
        .eTag(object.eTag())
        .lastModified(object.lastModified())
        .build();
  }

  /** As S3: to delete what is not there is no error. */
  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    tripwire.pass(Moment.BEFORE_WRITE, "s3");
    try {
      shelf.delete(request.bucket(), request.key());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tripwire.pass(Moment.AFTER_WRITE, "s3");
    return DeleteObjectResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private synchronized void put(PutObjectRequest request, StoredObject object) {
    try {
      if (request.ifNoneMatch() != null && shelf.get(request.bucket(), request.key()) != null) {
        throw failure(
            412,
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold");
      }
      shelf.put(request.bucket(), request.key(), object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredObject existing(String bucket, String key) {
    @Nullable StoredObject object;
    try {
      object = shelf.get(bucket, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (object == null) {
      throw NoSuchKeyException.builder()
          .message("The specified key does not exist.")
          .statusCode(404)
          .awsErrorDetails(details("NoSuchKey", "The specified key does not exist."))
          .build();
    }
    return object;
  }

  private static S3Exception failure(int status, String code, String message) {
    return (S3Exception)
        S3Exception.builder()
            .message(message)
            .statusCode(status)
            .awsErrorDetails(details(code, message))
            .build();
  }

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName("S3")
        .errorCode(code)
        .errorMessage(message)
        .build();
  }
}
