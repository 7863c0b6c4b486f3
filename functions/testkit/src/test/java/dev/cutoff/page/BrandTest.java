package dev.cutoff.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cutoff.merchant.Brand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever colour a shop has, its name can be read on it. */
final class BrandTest {
  /** WCAG 2.2, 1.4.3, level AA. */
  private static final double ENOUGH = 4.5;

  @Test
  void theNameOfTheShopIsReadableOnEveryColour() {
    for (int red = 0; red < 256; red += 5) {
      for (int green = 0; green < 256; green += 5) {
        for (int blue = 0; blue < 256; blue += 5) {
          String accent = "#%02x%02x%02x".formatted(red, green, blue);
          assertThat(Brand.contrast(accent, new Brand(accent, "").text()))
              .as(accent)
              .isGreaterThanOrEqualTo(ENOUGH);
        }
      }
    }
  }

  @Test
  void contrastIsThatOfTheGuidelines() {
    assertThat(Brand.contrast("#ffffff", "#000000")).isCloseTo(21, within(0.001));
    assertThat(Brand.contrast("#777777", "#ffffff")).isCloseTo(4.48, within(0.005));
    assertThat(Brand.contrast("#767676", "#ffffff")).isCloseTo(4.54, within(0.005));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "red", "#fff", "#12345g", "#1234567", "#000;}body{display:none", "#ABCDEF"})
  void whatIsNoColourIsRefused(String accent) {
    assertThatThrownBy(() -> new Brand(accent, "")).isInstanceOf(IllegalArgumentException.class);
  }
}
