package dev.cutoff.shipment.application;

import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every try to buy a label, written before the carrier is asked. Each is its own row. */
public interface LabelAttempts {
  /** By parcel and number. */
  List<Attempt> of(ShipmentId shipmentId);

  /**
   * Writes a new attempt, begun or refused before the carrier was asked; false where its reference
   * is there already.
   */
  boolean begin(Attempt attempt);

  /**
   * Writes how it went on; only forward, as {@link State#mayBecome} has it: a voided label is never
   * bought again. The same once more changes nothing; a way back is an IllegalStateException.
   */
  void record(Attempt attempt);

  /** What is known of it. */
  enum State {
    BEGUN,
    BOUGHT,
    REFUSED,
    /** The carrier surely knows nothing of it. */
    NOT_BOUGHT,
    VOIDED,
    /** Paid for, not used, and the carrier refused to void it: a person must look. */
    ORPHAN;

    /**
     * Whether an attempt may go on to that state. A purchase that was given up may still turn out
     * to be paid, since answers come late; one that was not bought may be tried again and refused;
     * what is paid ends as voided or as an orphan alone.
     */
    public boolean mayBecome(State next) {
      return next.rank() > rank();
    }

    private int rank() {
      return switch (this) {
        case BEGUN -> 0;
        case NOT_BOUGHT -> 1;
        case REFUSED -> 2;
        case BOUGHT -> 3;
        case ORPHAN -> 4;
        case VOIDED -> 5;
      };
    }
  }

  /**
   * One try.
   *
   * @param reference the client reference the carrier gets: parcel id and number
   * @param labelId and the four after it: null until bought
   * @param plannedAgain why the order was planned again instead: "planned at USD 9.00, now USD
   *     12.00"; else null
   */
  record Attempt(
      String reference,
      OrderId orderId,
      ShipmentId shipmentId,
      String parcelId,
      int number,
      String carrier,
      String service,
      State state,
      @Nullable String labelId,
      @Nullable String trackingNumber,
      @Nullable Money cost,
      @Nullable String labelPdf,
      @Nullable String labelZpl,
      Instant begunAt,
      @Nullable String plannedAgain) {

    /** One of which no more is to be told. */
    public Attempt(
        String reference,
        OrderId orderId,
        ShipmentId shipmentId,
        String parcelId,
        int number,
        String carrier,
        String service,
        State state,
        @Nullable String labelId,
        @Nullable String trackingNumber,
        @Nullable Money cost,
        @Nullable String labelPdf,
        @Nullable String labelZpl,
        Instant begunAt) {
      this(
          reference,
          orderId,
          shipmentId,
          parcelId,
          number,
          carrier,
          service,
          state,
          labelId,
          trackingNumber,
          cost,
          labelPdf,
          labelZpl,
          begunAt,
          null);
    }

    public boolean mayBePaid() {
      return switch (state) {
        case BEGUN, BOUGHT -> true;
        case REFUSED, NOT_BOUGHT, VOIDED, ORPHAN -> false;
      };
    }

    public Attempt in(State next) {
      return in(next, plannedAgain);
    }

    /** Refused, and the order is planned again. */
    Attempt plannedAgain(String why) {
      return in(State.REFUSED, why);
    }

    private Attempt in(State next, @Nullable String again) {
      return new Attempt(
          reference,
          orderId,
          shipmentId,
          parcelId,
          number,
          carrier,
          service,
          next,
          labelId,
          trackingNumber,
          cost,
          labelPdf,
          labelZpl,
          begunAt,
          again);
    }

    /** Paid, of no use, and still to be voided. */
    public Attempt orphaned(String label, String tracking, Money paid) {
      return new Attempt(
          reference,
          orderId,
          shipmentId,
          parcelId,
          number,
          carrier,
          service,
          State.ORPHAN,
          label,
          tracking,
          paid,
          null,
          null,
          begunAt,
          plannedAgain);
    }

    public Attempt bought(String label, String tracking, Money paid, String pdfKey, String zplKey) {
      return new Attempt(
          reference,
          orderId,
          shipmentId,
          parcelId,
          number,
          carrier,
          service,
          State.BOUGHT,
          label,
          tracking,
          paid,
          pdfKey,
          zplKey,
          begunAt,
          plannedAgain);
    }
  }
}
