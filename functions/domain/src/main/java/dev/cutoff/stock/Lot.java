package dev.cutoff.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * Units that were made together and expire together; those that expire first are shipped first.
 *
 * @param id as printed by its maker, 1 to 32 letters, digits and {@code . _ -}
 * @param expiresOn the last day they may be used, in the node's zone
 */
public record Lot(String id, LocalDate expiresOn) implements Comparable<Lot> {
  private static final Comparator<Lot> ORDER =
      Comparator.comparing(Lot::expiresOn).thenComparing(Lot::id);

  public Lot {
    if (!id.matches("[A-Za-z0-9._-]{1,32}")) {
      throw new IllegalArgumentException("not a lot: '" + id + "'");
    }
    if (expiresOn.getYear() < 2000 || expiresOn.getYear() > 9999) {
      throw new IllegalArgumentException("a lot expires in a year of four digits: " + expiresOn);
    }
  }

  /** What {@link #toString} wrote. */
  public static Lot read(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("not a lot: '" + text + "'");
    }
    return new Lot(text.substring(dot + 1), LocalDate.parse(text.substring(0, dot)));
  }

  /**
   * Whether it is past the last day it may be shipped.
   *
   * @param minimumDaysLeft that a customer is to have it
   * @param zone of the node where it lies
   */
  public boolean isOver(int minimumDaysLeft, Instant now, ZoneId zone) {
    return LocalDate.ofInstant(now, zone).plusDays(minimumDaysLeft).isAfter(expiresOn);
  }

  @Override
  public int compareTo(Lot other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return expiresOn + "." + id;
  }
}
