package dev.cutoff.adapter.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template says; every text is one clean line.
 *
 * @param language BCP 47
 * @param style all of its look
 * @param shop null where it is not known whose page it would be
 * @param sorry that it comes late; null where it doesn't
 * @param advice what to do now; null where there is nothing to be said
 * @param answer where a later day is accepted or cancelled for; null where there is none
 * @param help where to ask; null where nobody knows
 * @param restTitle of what is in no parcel yet
 * @param times whose clock the times are of; null where there are none
 * @param word fixed words by their names
 */
record View(
    String language,
    String style,
    String title,
    @Nullable String shop,
    String headline,
    String lead,
    @Nullable String sorry,
    List<Fact> facts,
    @Nullable String advice,
    @Nullable Link answer,
    @Nullable Link help,
    List<Parcel> parcels,
    @Nullable String moreParcels,
    String restTitle,
    Contents rest,
    Contents waiting,
    @Nullable String times,
    Map<String, String> word) {

  /** Whether it is about an order at all. */
  boolean known() {
    return advice != null;
  }

  /**
   * "Order": "#1001". No name here is one that a text has a member of, as {@code value}: the
   * template would find that.
   *
   * @param datetime the same for machines; null where it is no time
   */
  record Fact(String label, String shown, @Nullable String datetime) {}

  /** A way to somewhere else. */
  record Link(String href, String name) {}

  /**
   * Units of an item.
   *
   * @param note null where there is none
   */
  record Item(String name, String quantity, @Nullable String note) {}

  /**
   * Some items.
   *
   * @param more that there are others; null where there aren't
   */
  record Contents(List<Item> items, @Nullable String more) {
    static final Contents NONE = new Contents(List.of(), null);

    boolean any() {
      return !items.isEmpty();
    }
  }

  /**
   * A parcel.
   *
   * @param number from 1
   * @param steps the four of its way; empty where it goes no further
   * @param step "Step 2 of 4"; null where it goes no further
   * @param advice null where the page's own says all
   * @param href to the carrier's page; null where there is none
   * @param follow what that link says
   * @param proof of its delivery; empty where there is none
   * @param newest scans, the newest first
   */
  record Parcel(
      int number,
      String title,
      String status,
      boolean bad,
      @Nullable String step,
      List<Step> steps,
      List<String> proof,
      @Nullable String advice,
      String carrier,
      String trackingNumber,
      @Nullable String href,
      String follow,
      Contents contents,
      List<Scan> newest,
      List<Scan> earlier) {
    boolean anyScans() {
      return !newest.isEmpty();
    }

    boolean anyEarlier() {
      return !earlier.isEmpty();
    }
  }

  /** A piece of the bar that shows the way; told in words beside it. */
  record Step(boolean done) {}

  /**
   * One scan.
   *
   * @param why in the carrier's words; null where it said nothing
   * @param place null where the carrier said none
   */
  record Scan(
      String what, @Nullable String why, String time, String datetime, @Nullable String place) {}
}
