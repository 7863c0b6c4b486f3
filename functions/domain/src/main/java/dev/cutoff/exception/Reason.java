package dev.cutoff.exception;

/** Why something waits for a person. The names travel to the API and the exception queue. */
public enum Reason {
  UNREADABLE_ORDER,
  UNKNOWN_SKU,
  NO_WEIGHT,
  BAD_QUANTITY,
  ADDRESS_INCOMPLETE,
  /** The carrier knows no such place. */
  ADDRESS_NOT_FOUND,
  /** The carrier would write it otherwise. */
  ADDRESS_CORRECTED,
  TOTALS_DO_NOT_ADD_UP,
  FOREIGN_CURRENCY,
  CUSTOMS_DATA_MISSING,
  OUT_OF_STOCK,
  FITS_NO_BOX,
  NO_RATES,
  PROMISE_CANNOT_BE_KEPT,
  LABEL_REFUSED,
  LABEL_IN_DOUBT,
  /** The account that pays for postage is empty. */
  LABEL_NO_FUNDS,
  /** It was paid, and what came can't be printed. */
  LABEL_UNPRINTABLE,
  /**
   * A carrier can't say yet whether it sold one; it is asked again, and nobody has to do anything.
   */
  LABEL_UNSETTLED,
  /** A carrier failed too often in a row; it is tried again, and nobody has to do anything. */
  CARRIER_DOWN,
  /** Somebody stopped labels for a store, a node or a carrier. */
  POSTAGE_STOPPED,
  /** More would be spent on labels than the merchant file allows. */
  SPEND_LIMIT,
  /** Its node buys labels when it packs, and missed the cutoff twice. */
  NOT_PACKED,
  /** Its node buys labels when it packs: nobody has to decide anything, the bench has to pack. */
  TO_BE_PACKED,
  INTERNAL_ERROR,

  // Of an order that goes on.
  /** The last moment at which its promise can be kept is near, or past. */
  PROMISE_AT_RISK,

  // Of a parcel, of a truck or of what pays for labels, while the orders go on.
  /** A parcel whose label is void was packed, put on a truck or carried. */
  VOID_LABEL_SCANNED,
  /** The packed parcel is not what its label says. */
  PACKED_DIFFERS,
  /** The carrier does not close the day. */
  MANIFEST_REFUSED,
  /** Parcels that were planned for a truck are not on it. */
  MANIFEST_MISSED,
  /** A whole manifest was handed over, and nothing of it was scanned. */
  PICKUP_MISSED,
  /** A parcel on its way is lost, damaged or coming back, or nobody has seen it for too long. */
  PARCEL_IN_TROUBLE,
  /** The carrier said that it delivered a parcel, and now says otherwise. */
  DELIVERY_TAKEN_BACK,
  /** What is on its way will most likely come later than promised; its customer was told. */
  DELIVERY_LATE,
  /** What is left to pay postage with does not last long. */
  POSTAGE_LOW,

  // Of a shelf, not of an order.
  /** A count is further from what is known than is tolerated. */
  COUNT_DIFFERS,
  /** Fewer units were counted than are promised. */
  COUNT_BELOW_RESERVED,
  /** The counters of a shelf are not what its ledger sums up to. */
  STOCK_DRIFT,
  /** By the ledger itself more is promised than is there. */
  STOCK_OVERCOMMITTED,
  /** Units are held for a shipment that is closed, or that nobody knows. */
  RESERVATION_ASTRAY,
  /** A shipment is to go out, and nothing is held for it. */
  SHIPMENT_UNSERVED,
  /** A lot is past its days, and some of it is promised. */
  LOT_EXPIRED,
  /** A store shows what nothing of ours explains. */
  STORE_DIFFERS;

  /** Whether it is about a parcel, a truck or a balance, so that no order is held for it. */
  public boolean ofDock() {
    return compareTo(VOID_LABEL_SCANNED) >= 0 && compareTo(POSTAGE_LOW) <= 0;
  }

  /** Whether it is about a shelf, so that no order is held for it. */
  public boolean ofStock() {
    return compareTo(COUNT_DIFFERS) >= 0;
  }
}
