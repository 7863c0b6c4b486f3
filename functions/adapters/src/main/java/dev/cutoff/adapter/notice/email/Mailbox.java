package dev.cutoff.adapter.notice.email;

import dev.cutoff.adapter.notice.words.Plain;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads and writes single mail addresses; whatever could be more than one is refused. */
final class Mailbox {
  private static final int LONGEST = 254;

  private Mailbox() {}

  /** The address, where it is one plain address that mail can be sent to. */
  static Optional<String> plain(String address) {
    String candidate = address.strip();
    if (candidate.length() > LONGEST || !candidate.matches("[\\x21-\\x7e]+")) {
      return Optional.empty();
    }
    try {
      InternetAddress parsed = new InternetAddress(candidate, true);
      // A name, a comment or a group would make the parsed address another one than was written.
      boolean same = candidate.equals(parsed.getAddress()) && parsed.getPersonal() == null;
      return same && candidate.matches("[^@]+@[^@]+\\.[^@]+")
          ? Optional.of(candidate)
          : Optional.empty();
    } catch (AddressException malformed) {
      return Optional.empty();
    }
  }

  /** As a From header wants it: the name, encoded where it has to be, and the address. */
  static String named(String name, String address) {
    try {
      return new InternetAddress(address, Plain.line(name, 60), StandardCharsets.UTF_8.name())
          .toString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JDK has UTF-8", e);
    }
  }
}
