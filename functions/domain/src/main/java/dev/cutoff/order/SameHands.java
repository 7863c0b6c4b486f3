package dev.cutoff.order;

import dev.cutoff.geo.Address;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Whether two orders go to the same hands: one customer of one store, and one address. Two names at
 * one address are two people, and two gifts with their own words are two parcels.
 */
public final class SameHands {
  private SameHands() {}

  public static boolean are(Order one, Order other) {
    OrderDocument first = one.document();
    OrderDocument second = other.document();
    return first.storeId().equals(second.storeId())
        && isSame(first.customer(), second.customer())
        && first.giftMessage().strip().equals(second.giftMessage().strip())
        && one.shipTo().isPresent()
        && other.shipTo().isPresent()
        && isSame(one.shipTo().get(), other.shipTo().get());
  }

  /** By e-mail; the phone decides where one of them has none. */
  static boolean isSame(Customer one, Customer other) {
    String mail = email(one);
    String otherMail = email(other);
    if (!mail.isEmpty() && !otherMail.isEmpty()) {
      return mail.equals(otherMail);
    }
    String phone = digits(one.phone());
    return !phone.isEmpty() && phone.equals(digits(other.phone()));
  }

  /** As people write one address in many ways: case, accents, points and spaces do not count. */
  static boolean isSame(Address one, Address other) {
    return parts(one).equals(parts(other));
  }

  private static List<String> parts(Address address) {
    return List.of(
        bare(address.name()),
        bare(address.company()),
        bare(address.street1() + address.street2()),
        bare(address.city()),
        bare(address.region()),
        bare(address.postcode()),
        address.country());
  }

  private static String email(Customer customer) {
    return customer.email().strip().toLowerCase(Locale.ROOT);
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
