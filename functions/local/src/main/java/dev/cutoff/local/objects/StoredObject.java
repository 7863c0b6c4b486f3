package dev.cutoff.local.objects;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** An object with what S3 tells of it. */
final class StoredObject {

  private final byte[] bytes;
  private final String contentType;
  private final Instant lastModified;

  StoredObject(byte[] bytes, String contentType, Instant lastModified) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.lastModified = lastModified;
  }

  byte[] bytes() {
    return bytes;
  }

  String contentType() {
    return contentType;
  }

  Instant lastModified() {
    return lastModified;
  }

  String eTag() {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has MD5", e);
    }
  }
}
