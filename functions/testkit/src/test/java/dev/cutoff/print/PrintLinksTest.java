package dev.cutoff.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.print.application.PrintLinks;
import dev.cutoff.print.application.PrintLinks.Outcome;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody fetches a label without a link, with a link of another document, or with an old one. */
final class PrintLinksTest {
  private static final String KEY = "labels/" + "0a".repeat(32) + ".pdf";

  private final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");
  private final PrintLinks links = links("the secret");

  @Test
  void aLinkLeadsToItsDocumentForAnHour() {
    PrintLinks.Link link = links.to(KEY);
    assertThat(link.expiresAt()).isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
    clock.advance(Duration.ofMinutes(59));
    assertThat(links.open(token(link))).isEqualTo(new Outcome.Opened(KEY));
    clock.advance(Duration.ofMinutes(1));
    assertThat(links.open(token(link))).isEqualTo(new Outcome.Expired(link.expiresAt()));
  }

  @Test
  void anyCharacterThatIsChangedAddedOrMissingMakesItNobodysLink() {
    String token = token(links.to(KEY));
    for (int i = 0; i < token.length(); i++) {
      for (char other : new char[] {'A', 'z', '0', '.', '/', ' ', '\u00e9'}) {
        if (token.charAt(i) != other) {
          assertForged(token.substring(0, i) + other + token.substring(i + 1));
        }
        assertForged(token.substring(0, i) + other + token.substring(i));
      }
      assertForged(token.substring(0, i));
    }
    assertForged(token + "=");
    assertForged("");
    assertForged("p1." + "A".repeat(100_000));
  }

  @Test
  void aLinkOfAnotherSecretIsNobodysLink() {
    assertForged(token(links("another").to(KEY)));
  }

  @Test
  void noLinkLeadsToAnythingButLabelsSlipsAndPrints() {
    assertThatThrownBy(() -> links.to("webhooks/" + "0a".repeat(32) + ".json"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> links.to("labels/../merchant.json"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertForged(String token) {
    assertThat(links.open(token)).as(token).isEqualTo(new Outcome.Forged());
  }

  private PrintLinks links(String secret) {
    return new PrintLinks(name -> secret, new FixedMerchants(AMerchant.shop()), clock);
  }

  private static String token(PrintLinks.Link link) {
    assertThat(link.path()).startsWith("/print/").doesNotContain(KEY);
    return link.path().substring("/print/".length());
  }
}
