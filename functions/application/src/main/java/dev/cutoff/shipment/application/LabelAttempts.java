package dev.cutoff.shipment.application;

import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.ReturnParcel;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every try to buy a label, written before the carrier is asked. Each is its own row. */
public interface LabelAttempts {
  /** By parcel and number. */
  List<Attempt> of(ShipmentId shipmentId);

  /**
   * Writes a new attempt: begun, refused before the carrier was asked, or an orphan that the
   * carrier sold beside another; false where its reference is there already.
   */
  boolean begin(Attempt attempt);

  /**
   * Writes how it went on; only forward, as {@link State#mayBecome} has it: a voided label is never
   * bought again. The same label in the same state once more changes nothing; a way back is a
   * {@link WentAnotherWay}.
   */
  void record(Attempt attempt);

  /**
   * Writes that one which was not bought is asked for once more, before the carrier is asked; false
   * where somebody else asks, or it is not as it was read.
   *
   * @param known as it was read, {@link State#NOT_BOUGHT}
   */
  boolean askAgain(Attempt known, Instant now);

  /** Somebody recorded something of the attempt after which this can't be. */
  final class WentAnotherWay extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public WentAnotherWay(String reference, State known, State wanted) {
      super("%s is %s and can't become %s".formatted(reference, known, wanted));
    }
  }

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

    /** Whether a row may be new in it. */
    public boolean mayBegin() {
      return switch (this) {
        case BEGUN, REFUSED, ORPHAN -> true;
        case NOT_BOUGHT, BOUGHT, VOIDED -> false;
      };
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
   * What the carrier was asked for, as far as it has to be asked about it again when the shipment
   * is closed.
   *
   * @param box id of the box in the merchant file
   * @param grams contents and box
   * @param quoted what the plan meant to pay
   */
  record Asked(NodeId node, String box, long grams, LocalDate shipDate, Money quoted) {}

  /**
   * One try.
   *
   * @param reference the client reference the carrier gets: parcel id and number
   * @param number from 1 for each parcel; 0 for a label that the carrier sold beside the one it was
   *     asked for
   * @param labelId and the four after it: null until bought
   * @param plannedAgain why the order was planned again instead: "planned at USD 9.00, now USD
   *     12.00"; else null
   * @param asked null in rows of old
   * @param voidBy until when the carrier takes the label back; null until it was paid
   * @param againAt when the carrier was last asked to sell it after it had not; null before that
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
      @Nullable String plannedAgain,
      @Nullable Asked asked,
      @Nullable Instant voidBy,
      @Nullable Instant againAt) {

    /** One that is about to be asked for. */
    static Attempt begun(
        ShipmentId shipmentId, PlannedParcel parcel, int number, NodeId node, Instant now) {
      return new Attempt(
          parcel.parcelId() + "-a" + number,
          shipmentId.orderId(),
          shipmentId,
          parcel.parcelId(),
          number,
          parcel.carrier(),
          parcel.service(),
          State.BEGUN,
          null,
          null,
          null,
          null,
          null,
          now,
          null,
          new Asked(node, parcel.box(), parcel.weightGrams(), parcel.shipDate(), parcel.cost()),
          null,
          null);
    }

    public boolean mayBePaid() {
      return switch (state) {
        case BEGUN, BOUGHT -> true;
        case REFUSED, NOT_BOUGHT, VOIDED, ORPHAN -> false;
      };
    }

    /** Whether the carrier sold it beside the one that it was asked for. */
    public boolean isStray() {
      return number == 0;
    }

    /** Whether it is a label from the customer back to a node. */
    public boolean isReturn() {
      return ReturnParcel.isOne(parcelId);
    }

    /** Whether it is a label for the parcel as it is planned now. */
    public boolean suits(PlannedParcel parcel) {
      return carrier.equals(parcel.carrier())
          && service.equals(parcel.service())
          && (asked == null
              || (asked.box().equals(parcel.box())
                  && asked.grams() == parcel.weightGrams()
                  && asked.shipDate().equals(parcel.shipDate())));
    }

    /** Whether both tell the same of the same label; the files may have been made anew. */
    public boolean tells(Attempt other) {
      return reference.equals(other.reference)
          && state == other.state
          && Objects.equals(labelId, other.labelId);
    }

    public Attempt in(State next) {
      return with(next, labelId, trackingNumber, cost, labelPdf, labelZpl, plannedAgain, voidBy);
    }

    /** Refused, and the order is planned again. */
    Attempt plannedAgain(String why) {
      return with(State.REFUSED, labelId, trackingNumber, cost, labelPdf, labelZpl, why, voidBy);
    }

    /** Paid, of no use, and still to be voided. */
    public Attempt orphaned(String label, String tracking, Money paid) {
      return with(State.ORPHAN, label, tracking, paid, null, null, plannedAgain, voidBy);
    }

    public Attempt bought(String label, String tracking, Money paid, String pdfKey, String zplKey) {
      return with(State.BOUGHT, label, tracking, paid, pdfKey, zplKey, plannedAgain, voidBy);
    }

    /** A label that the carrier sold under the same reference beside this one. */
    Attempt stray(String label, String tracking, Money paid) {
      return new Attempt(
          reference + "+" + label,
          orderId,
          shipmentId,
          parcelId,
          0,
          carrier,
          service,
          State.ORPHAN,
          label,
          tracking,
          paid,
          null,
          null,
          begunAt,
          null,
          asked,
          voidBy,
          againAt);
    }

    /**
     * When the carrier was last asked to sell it: until it has settled that, "not found" is
     * unknown.
     */
    public Instant lastAskedAt() {
      return againAt == null ? begunAt : againAt;
    }

    /** It was not bought, and the carrier is about to be asked once more. */
    public Attempt again(Instant now) {
      return new Attempt(
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
          plannedAgain,
          asked,
          voidBy,
          now);
    }

    /** By then it has to be voided. */
    Attempt voidableUntil(Instant deadline) {
      return with(state, labelId, trackingNumber, cost, labelPdf, labelZpl, plannedAgain, deadline);
    }

    private Attempt with(
        State next,
        @Nullable String label,
        @Nullable String tracking,
        @Nullable Money paid,
        @Nullable String pdf,
        @Nullable String zpl,
        @Nullable String again,
        @Nullable Instant deadline) {
      return new Attempt(
          reference,
          orderId,
          shipmentId,
          parcelId,
          number,
          carrier,
          service,
          next,
          label,
          tracking,
          paid,
          pdf,
          zpl,
          begunAt,
          again,
          asked,
          deadline,
          againAt);
    }
  }
}
