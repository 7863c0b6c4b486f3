package dev.cutoff.adapter.notice.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.cutoff.geo.Address;
import dev.cutoff.order.Order;
import java.util.Optional;
import java.util.stream.Stream;

/** The number at which a customer reads messages. */
final class Mobile {
  private Mobile() {}

  /** In E.164; empty where there is none that a message can reach. */
  static Optional<String> of(Order order) {
    String country = order.shipTo().map(Address::country).orElse("");
    return Stream.concat(
            Stream.of(order.document().customer().phone()),
            order.shipTo().map(Address::phone).stream())
        .flatMap(phone -> inE164(phone, country).stream())
        .findFirst();
  }

  private static Optional<String> inE164(String phone, String country) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(phone, country);
      return numbers.isValidNumber(number)
          ? switch (numbers.getNumberType(number)) {
            // In North America nobody can tell a mobile's number from a house's.
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER ->
                Optional.of(numbers.format(number, PhoneNumberFormat.E164));
            case FIXED_LINE,
                TOLL_FREE,
                PREMIUM_RATE,
                SHARED_COST,
                VOIP,
                PAGER,
                UAN,
                VOICEMAIL,
                UNKNOWN ->
                Optional.empty();
          }
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }
}
