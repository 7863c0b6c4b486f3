package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.json.Codec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A record as one attribute: plain JSON in {@code body}, so that people can read the row, and above
 * 100 KB gzipped in {@code bodyGz}. DynamoDB takes 400 KB a row with everything else in it.
 */
final class Body {
  static final String PLAIN = "body";
  static final String ZIPPED = "bodyGz";

  private static final int ZIP_ABOVE = 100_000;
  private static final int MOST = 380_000;

  private final Codec codec;

  Body(Codec codec) {
    this.codec = codec;
  }

  /**
   * The one attribute by its name.
   *
   * @param what names the row where it is too large
   */
  Map<String, AttributeValue> of(String what, Object value) {
    byte[] json = codec.bytes(value);
    if (json.length <= ZIP_ABOVE) {
      return Map.of(PLAIN, AttributeValue.fromS(new String(json, StandardCharsets.UTF_8)));
    }
    byte[] zipped = zip(json);
    refuseTooLarge(what, zipped);
    return Map.of(ZIPPED, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(zipped)));
  }

  static void refuseTooLarge(String what, byte[] zipped) {
    if (zipped.length > MOST) {
      throw new IllegalArgumentException(
          "%s needs %,d bytes, and a row holds %,d: it is too large to be kept"
              .formatted(what, zipped.length, MOST));
    }
  }

  byte[] json(Map<String, AttributeValue> row) {
    AttributeValue zipped = row.get(ZIPPED);
    return zipped == null
        ? Item.text(row, PLAIN).getBytes(StandardCharsets.UTF_8)
        : unzip(zipped.b().asByteArrayUnsafe());
  }

  <T> T read(Map<String, AttributeValue> row, Class<T> type) {
    return codec.read(json(row), type);
  }

  private static byte[] zip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] unzip(byte[] zipped) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
