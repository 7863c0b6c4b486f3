package dev.cutoff.adapter.page;

/** How much of an order a page has room for: it is read on phones, and stays under 50 KB. */
final class Room {
  static final int PARCELS = 12;

  private static final int SCANS = 60;
  private static final int ITEMS = 60;
  private static final int MOST_SCANS = 20;

  private Room() {}

  /** Scans of each of so many parcels. */
  static int scans(int parcels) {
    return Math.clamp(SCANS / Math.max(1, parcels), SCANS / PARCELS, MOST_SCANS);
  }

  /** Items in each of so many lists. */
  static int items(int lists) {
    return Math.clamp(ITEMS / Math.max(1, lists + 1), ITEMS / (PARCELS + 1), ITEMS / 2);
  }
}
