package dev.cutoff.adapter.carrier;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.time.Instant;

/** What "not found" means a second after a purchase: nothing yet. */
public final class Settling {
  private Settling() {}

  /** The carrier knows nothing of the reference, and was asked for it at {@code askedAt}. */
  public static FindAnswer notFound(Carrier carrier, LabelRequest request, Instant now) {
    Instant settled = request.askedAt().plus(account(carrier).settle());
    return now.isBefore(settled) ? new FindAnswer.NotYetKnown(settled) : new FindAnswer.NotBought();
  }

  /** The account of a carrier that has to have one. */
  public static CarrierAccount account(Carrier carrier) {
    CarrierAccount account = carrier.account();
    if (account == null) {
      throw new IllegalStateException(
          "carrier '%s' needs an account in the merchant file".formatted(carrier.id()));
    }
    return account;
  }
}
