package dev.cutoff.adapter.dynamodb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * JSON of an order in a third of its space: zlib with a dictionary of what every order's row says.
 * Rows are billed by the kilobyte and written at every step, so this is what keeps them at one.
 *
 * <p>Rows carry the checksum of the dictionary they were written with. A dictionary is never
 * changed; a better one is added, and the old one stays for the old rows.
 */
final class Packing {
  private static final byte[] DICTIONARY = dictionary("order-row.dictionary-1");
  private static final int BUFFER = 4096;

  private Packing() {}

  static byte[] pack(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setDictionary(DICTIONARY);
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 4);
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int length = inflater.inflate(buffer);
        out.write(buffer, 0, length);
        if (inflater.needsDictionary()) {
          inflater.setDictionary(DICTIONARY);
        } else if (length == 0 && !inflater.finished()) {
          throw new IllegalStateException("a row is cut off");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException | IllegalArgumentException broken) {
      throw new IllegalStateException("a row is not packed as rows are", broken);
    } finally {
      inflater.end();
    }
  }

  private static byte[] dictionary(String name) {
    try (InputStream in = Packing.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lost " + name);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
