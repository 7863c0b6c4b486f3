package dev.cutoff.adapter.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MerchantCheckRunTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void aGoodFileIsSummedUp() {
    assertThat(MerchantCheck.run(ExampleShop.FOLDER.resolve("merchant.json"), out)).isZero();
    assertThat(printed()).contains("all is well: 3 nodes, 29 items, 2 kits, 6 boxes, 2 stores");
  }

  @Test
  void aWrongFileIsToldLineByLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("merchant.json");
    Files.write(file, ExampleShop.with("\"weightGrams\": 620", "\"weightGrams\": 0"));
    assertThat(MerchantCheck.run(file, out)).isEqualTo(1);
    assertThat(printed())
        .contains(
            "merchant.json:"
                + ExampleShop.lineOf("\"weightGrams\": 620")
                + ": items[3].weightGrams: does not fit: One unit in grams.")
        .endsWith("1 problem" + System.lineSeparator());
  }

  @Test
  void aFileThatIsNotThereIsTold(@TempDir Path folder) {
    assertThat(MerchantCheck.run(folder.resolve("none.json"), out)).isEqualTo(1);
    assertThat(printed()).contains("cannot be read");
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
