package dev.cutoff.adapter.merchant;

import static dev.cutoff.adapter.merchant.SlipOfThePen.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.StoreId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file may say of how stores and carriers look to customers. */
final class BrandFieldsTest {
  private static final String ACCENT = "\"accent\": \"#1d5c4f\"";
  private static final String HELP = "\"help\": \"help@acme.example\"";
  private static final String TRACKING =
      "\"trackingUrl\": \"https://track.swift.example/{number}\"";

  @Test
  void whatIsWrittenIsRead() {
    Merchant shop = ExampleShop.merchant();

    assertThat(shop.store(new StoreId("acme")).orElseThrow().brand())
        .isEqualTo(new Brand("#1d5c4f", "help@acme.example"));
    assertThat(shop.carriers().get("swift"))
        .satisfies(swift ->
            assertThat(swift.pageOf("SW 1/2&x=<"))
                .contains("https://track.swift.example/SW%201%2F2%26x%3D%3C"));
    assertThat(read(ACCENT, "\"accent\": \"#1D5C4F\"").brand().accent()).isEqualTo("#1d5c4f");
    assertThat(read(ACCENT + ", ", "").brand().accent()).isEqualTo(Brand.PLAIN.accent());
    assertThat(read(", " + HELP, "").brand().help()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"green", "#abc", "1d5c4f", "#1d5c4f;x", "rgb(0,0,0)"})
  void aColourThatIsNoneIsTold(String colour) {
    Problem problem = only(ACCENT, "\"accent\": \"" + colour + "\"");

    assertThat(problem.field()).isEqualTo("stores[0].brand.accent");
    assertThat(problem.message()).contains("#1f4fd8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "help@acme",
        "javascript:alert(1)",
        "http://acme.example/help",
        "https://user@acme.example/",
        "help@acme.example?bcc=eve@evil.example",
        "mailto:help@acme.example",
        "https:///help"
      })
  void anAddressOfHelpThatCantBeClickedSafelyIsTold(String help) {
    Problem problem = only(HELP, "\"help\": \"" + help + "\"");

    assertThat(problem.field()).isEqualTo("stores[0].brand.help");
    assertThat(problem.message()).contains("https address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://track.swift.example/",
        "http://track.swift.example/{number}",
        "https://{number}.swift.example/",
        "https://track.swift.example/{number}/{number}",
        "https://eve@track.swift.example/{number}",
        "javascript://x/{number}"
      })
  void aTrackingUrlThatIsNoneIsTold(String url) {
    Problem problem = only(TRACKING, "\"trackingUrl\": \"" + url + "\"");

    assertThat(problem.field()).isEqualTo("carriers[0].trackingUrl");
    assertThat(problem.message()).contains("{number}");
  }

  private static Store read(String old, String replacement) {
    String text = new String(ExampleShop.with(old, replacement), StandardCharsets.UTF_8);
    return switch (SlipOfThePen.check(text.getBytes(StandardCharsets.UTF_8))) {
      case MerchantFile.Read(Merchant merchant) ->
          merchant.store(new StoreId("acme")).orElseThrow();
      case MerchantFile.Wrong(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
