package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.testkit.ForAll;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;

final class PackingTest {
  private static final long DICTIONARY = 156314165L;
  private static final String ROW = "ePkJUSo1q0ZpEyKXiHmlOTm1ALV+C24=";

  @Test
  void whatWasPackedComesOutAsItWas() {
    ForAll.seeds(
        50,
        random -> {
          byte[] any = new byte[random.nextInt(20_000)];
          random.nextBytes(any);
          assertThat(Packing.unpack(Packing.pack(any))).isEqualTo(any);
        });
    byte[] json = "{\"order\":{\"id\":\"DTC-1\"}}".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    assertThat(Packing.unpack(Packing.pack(json))).isEqualTo(json);
  }

  @Test
  void theDictionaryIsTheOneThatRowsWereWrittenWith() throws Exception {
    // Changing it makes every row unreadable: add another one instead.
    try (InputStream in = Packing.class.getResourceAsStream("order-row.dictionary-1")) {
      assertThat(in).isNotNull();
      Adler32 checksum = new Adler32();
      checksum.update(in.readAllBytes());
      assertThat(checksum.getValue()).isEqualTo(DICTIONARY);
    }
    byte[] row = Base64.getDecoder().decode(ROW);
    assertThat(new String(Packing.unpack(row), StandardCharsets.UTF_8))
        .isEqualTo("{\"shipments\":[],\"promise\":null}");
  }

  @Test
  void aRowThatIsBrokenIsTold() {
    byte[] packed = Packing.pack("{\"order\":{}}".repeat(50).getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    assertThatThrownBy(() -> Packing.unpack(cut)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Packing.unpack(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Packing.unpack(new byte[0])).isInstanceOf(IllegalStateException.class);
  }
}
