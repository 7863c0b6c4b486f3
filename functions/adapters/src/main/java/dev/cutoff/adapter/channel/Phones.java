package dev.cutoff.adapter.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers as carriers and text messages want them. */
public final class Phones {
  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /** E.164 where the number is one of that country, or of the one it names; else as sent. */
  public String inE164(String sent, String country) {
    if (sent.isEmpty()) {
      return "";
    }
    try {
      PhoneNumber number = numbers.parse(sent, country);
      return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : sent;
    } catch (NumberParseException notANumber) {
      return sent;
    }
  }
}
