package dev.cutoff.exception;

/** Why an order waits for a person. The names travel to the API and the exception queue. */
public enum Reason {
  UNREADABLE_ORDER,
  UNKNOWN_SKU,
  NO_WEIGHT,
  BAD_QUANTITY,
  ADDRESS_INCOMPLETE,
  TOTALS_DO_NOT_ADD_UP,
  FOREIGN_CURRENCY,
  CUSTOMS_DATA_MISSING,
  OUT_OF_STOCK,
  FITS_NO_BOX,
  NO_RATES,
  PROMISE_CANNOT_BE_KEPT,
  LABEL_REFUSED,
  LABEL_IN_DOUBT,
  INTERNAL_ERROR
}
