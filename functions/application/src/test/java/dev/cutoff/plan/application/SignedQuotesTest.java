package dev.cutoff.plan.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.order.StoreId;
import dev.cutoff.plan.PromiseQuote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes or changes a quote without the store's secret. */
final class SignedQuotesTest {
  private static final Store ACME = store("acme");
  private static final Store BOLT = store("bolt");
  private static final PromiseQuote QUOTE =
      new PromiseQuote(
          ACME.id(),
          "a-digest-of-goods",
          "US",
          "10001",
          "Express | \u00e9t\u00e9",
          LocalDate.parse("2026-11-27"),
          ZoneId.of("America/New_York"),
          Instant.parse("2026-11-24T15:00:00Z"),
          Instant.parse("2026-11-24T17:00:00Z"));

  private final SignedQuotes quotes = new SignedQuotes(name -> "the secret of " + name);

  @Test
  void whatWasSignedIsReadAsItWas() {
    assertThat(quotes.read(ACME, quotes.sign(ACME, QUOTE))).contains(QUOTE);
  }

  @Test
  void anyByteThatIsChangedMakesItNobodysQuote() {
    String token = quotes.sign(ACME, QUOTE);
    for (int i = 0; i < token.length(); i++) {
      for (char other : new char[] {'A', 'B', 'z', '0', '-', '.', ' ', '\u00e9'}) {
        if (token.charAt(i) != other) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(quotes.read(ACME, changed)).as("byte " + i + " is " + other).isEmpty();
        }
      }
    }
  }

  @Test
  void anyByteThatIsMissingOrAddedMakesItNobodysQuote() {
    String token = quotes.sign(ACME, QUOTE);
    for (int i = 0; i < token.length(); i++) {
      assertThat(quotes.read(ACME, token.substring(0, i))).isEmpty();
      assertThat(quotes.read(ACME, token.substring(0, i) + "A" + token.substring(i))).isEmpty();
    }
    assertThat(quotes.read(ACME, token + "=")).isEmpty();
  }

  @Test
  void theQuoteOfAnotherStoreOrAnOldSecretIsNobodysQuote() {
    String token = quotes.sign(ACME, QUOTE);
    assertThat(quotes.read(BOLT, token)).isEmpty();
    assertThat(new SignedQuotes(name -> "changed since").read(ACME, token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "q1.", "q1..", "q1.AAAA.AAAA", "q2.AAAA.AAAA", "null", "\u0000"})
  void garbageIsNobodysQuote(String token) {
    assertThat(quotes.read(ACME, token)).isEmpty();
  }

  @Test
  void aQuoteFitsIntoAnAttributeOfAnOrder() {
    assertThat(quotes.sign(ACME, QUOTE)).hasSizeLessThan(500).matches("[A-Za-z0-9._-]+");
  }

  private static Store store(String id) {
    return new Store(
        new StoreId(id),
        "shopify",
        id,
        "X",
        id + "-webhook",
        "",
        id + "-api",
        Map.of(),
        List.of(),
        Set.of(),
        StoreStock.PLAIN);
  }
}
