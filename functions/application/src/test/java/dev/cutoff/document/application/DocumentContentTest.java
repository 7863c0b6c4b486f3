package dev.cutoff.document.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentContentTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "has space", "^XZ", "Zoë", "0123456789012345678901234567890", "a\n"})
  void aTrackingNumberThatNoBarcodeCanCarryIsRefused(String tracking) {
    assertThatThrownBy(() -> label(tracking, 500, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aParcelIsOneOfItsShipmentsAndWeighsSomething() {
    assertThat(label("T1", 500, 2, 2).parcelNumber()).isEqualTo(2);
    assertThatThrownBy(() -> label("T1", 500, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> label("T1", 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSlipsPricesMustAddUp() {
    assertThat(new SlipPrices("USD", 1000, 100, 500, 90, 1490).totalMinor()).isEqualTo(1490);
    assertThatThrownBy(() -> new SlipPrices("USD", 1000, 100, 500, 90, 1590))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moreCannotBePackedThanWasOrdered() {
    assertThatThrownBy(() -> new SlipLine("S", "Name", null, 3, 2, List.of(), List.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void labelFilesAreEqualByTheirBytesAndCannotBeChangedFromOutside() {
    byte[] bytes = {1, 2};
    LabelFiles files = new LabelFiles(bytes, "^XA^XZ");
    bytes[0] = 9;
    files.pdf()[0] = 9;
    assertThat(files).isEqualTo(new LabelFiles(new byte[] {1, 2}, "^XA^XZ"));
    assertThat(files).isNotEqualTo(new LabelFiles(new byte[] {1, 3}, "^XA^XZ"));
  }

  private static LabelContent label(String tracking, int grams, int number, int count) {
    return new LabelContent(
        "Swift Parcel",
        "Ground",
        tracking,
        List.of("Acme"),
        List.of("Sam Example"),
        null,
        "US",
        LocalDate.of(2026, 11, 23),
        grams,
        number,
        count,
        "DTC-1",
        "SHP-1",
        null,
        null,
        null,
        List.of(),
        false);
  }
}
