package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What UPS says no with: {@code {"response":{"errors":[{"code","message"}]}}}. The codes are those
 * of UPS's developer guides; the specs name hardly any.
 *
 * @param all empty where the answer is no error of UPS's
 */
record UpsErrors(List<Said> all) {
  static final UpsErrors NONE = new UpsErrors(List.of());

  /** The service is away, which is no answer to the question. */
  private static final Set<String> MAY_PASS =
      Set.of("10004", "20001", "120001", "190001", "250050", "300000");

  /** The account can't be billed, or the card behind it. */
  private static final Set<String> NO_FUNDS = Set.of("120412", "120413", "120414");

  UpsErrors {
    all = List.copyOf(all);
  }

  /**
   * One error.
   *
   * @param code "111210"
   */
  record Said(String code, String message) {}

  /**
   * Reads them.
   *
   * @param secrets that UPS may quote back at us
   */
  static UpsErrors of(JsonNode body, String... secrets) {
    List<Said> all = new ArrayList<>();
    for (JsonNode error : body.path("response").path("errors")) {
      String code = error.path("code").asText("");
      if (code.matches("[A-Z0-9]{1,10}")) {
        all.add(new Said(code, words(error.path("message").asText(""), secrets)));
      }
    }
    return new UpsErrors(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  boolean has(Set<String> codes) {
    return all.stream().anyMatch(each -> codes.contains(each.code()));
  }

  boolean mayPass() {
    return has(MAY_PASS);
  }

  boolean noFunds() {
    return has(NO_FUNDS);
  }

  /** For people: UPS's own words, in short, with the codes. */
  String told() {
    return all.stream()
        .map(each ->
            each.message().isEmpty()
                ? "error " + each.code()
                : each.message() + " (" + each.code() + ")")
        .collect(Collectors.joining("; "));
  }

  private static String words(String message, String... secrets) {
    String clean = message;
    for (String secret : secrets) {
      clean = CarrierWords.of(clean, secret, "");
    }
    return clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean;
  }
}
