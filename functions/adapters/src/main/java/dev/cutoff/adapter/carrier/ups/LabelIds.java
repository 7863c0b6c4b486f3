package dev.cutoff.adapter.carrier.ups;

/** Ids of labels: UPS's shipment number, marked where the label was bought in UPS's test place. */
final class LabelIds {
  private static final String TEST = "test:";

  private LabelIds() {}

  static String of(String shipment, boolean test) {
    return test ? TEST + shipment : shipment;
  }

  static boolean isTest(String labelId) {
    return labelId.startsWith(TEST);
  }

  static String shipment(String labelId) {
    return isTest(labelId) ? labelId.substring(TEST.length()) : labelId;
  }
}
