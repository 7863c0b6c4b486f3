package dev.cutoff.adapter.carrier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * What a carrier says, fit for a receipt: one short line of printable characters. A carrier may
 * quote the question back at us, so the secret is taken out, as it is and as a header encodes it.
 */
public final class CarrierWords {
  private static final int LONGEST = 200;
  private static final String HIDDEN = "***";

  private CarrierWords() {}

  /** The words, or {@code otherwise} where there are none. */
  public static String of(String words, String secret, String otherwise) {
    String line = printable(without(words, secret)).strip().replaceAll(" {2,}", " ");
    String shortly = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    return shortly.isEmpty() ? otherwise : shortly;
  }

  private static String without(String words, String secret) {
    if (secret.isEmpty()) {
      return words;
    }
    String clean = words.replace(secret, HIDDEN);
    for (String userAndPassword : new String[] {secret, secret + ":"}) {
      byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
      clean = clean.replace(Base64.getEncoder().encodeToString(bytes), HIDDEN);
    }
    // "id:secret" is two values, and each may come back alone.
    int colon = secret.indexOf(':');
    return colon < 0 ? clean : without(clean, secret.substring(colon + 1));
  }

  private static String printable(String words) {
    return words
        .codePoints()
        .limit(4L * LONGEST)
        .mapToObj(each -> isPrintable(each) ? Character.toString(each) : " ")
        .collect(Collectors.joining());
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint != '<' && codePoint != '>';
    };
  }
}
