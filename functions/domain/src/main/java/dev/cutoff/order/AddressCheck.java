package dev.cutoff.order;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier said of an order's ship-to address, and what a person made of it. It stands for
 * one place: another address is asked anew, the same one is not.
 *
 * @param place of the address that was asked, by {@link #placeOf}
 * @param carrier id of the carrier that said it; "" where none could be asked
 * @param told why it is bad, or why nobody could be asked; "" where there is nothing to tell
 * @param proposed how the carrier would write it; null but for a corrected one
 * @param overruled a person's word against the carrier's; null otherwise
 */
public record AddressCheck(
    String place,
    Verdict verdict,
    String carrier,
    String told,
    @Nullable Address proposed,
    Instant at,
    @Nullable Overruling overruled) {

  /** The four answers. */
  public enum Verdict {
    GOOD,
    CORRECTED,
    BAD,
    /** It says nothing of the address: the order goes on, and bears the mark. */
    COULD_NOT_ASK;

    /** As the API writes it: {@code could_not_ask}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who keeps the customer's address, and why: a building that is too new to be known. */
  public record Overruling(String by, Instant at, String why) {}

  /** Street, city, region, postcode and country, as a hash; who lives there is not asked. */
  public static String placeOf(Address address) {
    String place =
        String.join(
            "\n",
            address.street1(),
            address.street2(),
            address.city(),
            address.region(),
            address.postcode(),
            address.country());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  public boolean isOf(Address address) {
    return place.equals(placeOf(address));
  }

  /** The customer's address is kept. */
  public AddressCheck overridden(Overruling word) {
    return new AddressCheck(place, verdict, carrier, told, proposed, at, word);
  }

  /** The proposal is the ship-to address now, and the carrier said so itself. */
  public AddressCheck accepted() {
    if (proposed == null) {
      throw new IllegalStateException("nothing was proposed");
    }
    return new AddressCheck(placeOf(proposed), Verdict.GOOD, carrier, "", null, at, null);
  }

  /** What a person has to decide, where anything is left to decide. */
  public Optional<Refusal> refusal() {
    if (overruled != null) {
      return Optional.empty();
    }
    return switch (verdict) {
      case GOOD, COULD_NOT_ASK -> Optional.empty();
      case CORRECTED ->
          Optional.of(
              Refusal.of(
                  Reason.ADDRESS_CORRECTED,
                  ("%s would write the ship-to address otherwise; nothing was changed. Accept what it"
                          + " proposes, override to keep the customer's, correct it, or cancel.")
                      .formatted(carrier),
                  Map.of("carrier", carrier)));
      case BAD ->
          Optional.of(
              Refusal.of(
                  Reason.ADDRESS_NOT_FOUND,
                  ("%s does not find the ship-to address: %s. Correct it, override where it is known"
                          + " to be right, as for a new building, or cancel.")
                      .formatted(carrier, told),
                  Map.of("carrier", carrier)));
    };
  }
}
