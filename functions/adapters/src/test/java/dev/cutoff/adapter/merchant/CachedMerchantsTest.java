package dev.cutoff.adapter.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CachedMerchantsTest {
  private static final Instant START = Instant.parse("2026-11-24T19:07:00Z");

  private final List<Problem> told = new ArrayList<>();
  private byte[] file = ExampleShop.file();
  private Instant now = START;
  private int reads;
  private CachedMerchants merchants = merchants();

  @BeforeEach
  void reset() {
    merchants = merchants();
  }

  @Test
  void nothingIsReadBeforeTheFirstUse() {
    assertThat(reads).isZero();
  }

  @Test
  void theFileIsReadOnceInFiveMinutes() {
    merchants.current();
    now = START.plus(Duration.ofSeconds(299));
    merchants.current();
    assertThat(reads).isEqualTo(1);
    now = START.plus(Duration.ofMinutes(5));
    merchants.current();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void aNewFileCountsAfterFiveMinutes() {
    String old = merchants.current().version();
    file = ExampleShop.with("\"name\": \"Acme\"", "\"name\": \"Acme Two\"");
    assertThat(merchants.current().name()).isEqualTo("Acme");
    now = START.plus(Duration.ofMinutes(5));
    assertThat(merchants.current().name()).isEqualTo("Acme Two");
    assertThat(merchants.current().version()).isNotEqualTo(old);
    assertThat(told).isEmpty();
  }

  @Test
  void aNewFileThatIsWrongChangesNothingAndIsTold() {
    merchants.current();
    file = ExampleShop.with("\"currency\": \"USD\"", "\"currency\": \"dollars\"");
    now = START.plus(Duration.ofMinutes(5));
    assertThat(merchants.current().currency()).isEqualTo("USD");
    assertThat(told).extracting(Problem::field).containsExactly("currency");
    merchants.current();
    assertThat(told).hasSize(1);
  }

  @Test
  void aFirstFileThatIsWrongFailsLoudly() {
    file = "{".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(merchants::current)
        .isInstanceOf(WrongMerchantFile.class)
        .hasMessageContaining("merchant file:1: is not JSON");
    file = ExampleShop.file();
    assertThat(merchants.current().name()).isEqualTo("Acme");
  }

  @Test
  void aClockThatWasSetBackDoesNotKeepAnOldFileForEver() {
    merchants.current();
    now = START.minus(Duration.ofDays(1));
    merchants.current();
    assertThat(reads).isEqualTo(2);
  }

  private CachedMerchants merchants() {
    return new CachedMerchants(
        () -> {
          reads++;
          return file;
        },
        () -> now,
        Duration.ofMinutes(5),
        told::addAll);
  }
}
