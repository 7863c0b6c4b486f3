package dev.cutoff.adapter.document;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * A page as a thermal printer prints it: each dot is black or white. Rows are whole bytes, the
 * first dot is the highest bit, and a set bit is black.
 */
final class Dots {
  /** Darker is black. */
  private static final int MIDDLE = 128;

  private final int width;
  private final int height;
  private final byte[] bits;

  private Dots(int width, int height, byte[] bits) {
    this.width = width;
    this.height = height;
    this.bits = bits;
  }

  static Dots of(BufferedImage grey) {
    Raster raster = grey.getRaster();
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] bits = new byte[bytes(width) * height];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        if (row[x] < MIDDLE) {
          bits[y * bytes(width) + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return new Dots(width, height, bits);
  }

  int height() {
    return height;
  }

  int bytesPerRow() {
    return bytes(width);
  }

  /** One byte of a row. */
  byte at(int y, int column) {
    return bits[y * bytes(width) + column];
  }

  /** The black share of all dots. */
  double ink() {
    long black = 0;
    for (byte eight : bits) {
      black += Integer.bitCount(eight & 0xFF);
    }
    return black / ((double) width * height);
  }

  /** What is printed, to whole bytes across; empty where nothing is. */
  Rectangle printed() {
    Rectangle all = new Rectangle();
    for (int y = 0; y < height; y++) {
      for (int column = 0; column < bytes(width); column++) {
        if (at(y, column) != 0) {
          Rectangle eight = new Rectangle(column * 8, y, 8, 1);
          all = all.isEmpty() ? eight : all.union(eight);
        }
      }
    }
    return all;
  }

  private static int bytes(int width) {
    return (width + 7) / 8;
  }
}
