package dev.cutoff.local.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.local.Options;
import dev.cutoff.notice.Announcement.What;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticePreviewTest {
  private static final Path ROOT = Path.of("..", "..");

  @TempDir private Path folder;

  @Test
  void aMailIsShownInTheLanguageAsked() throws IOException {
    Path html = folder.resolve("mail.html");

    String shown = preview("--event", "shipped", "--language", "de", "--html", html.toString());

    assertThat(shown)
        .contains("Subject: Ihre Bestellung 90412 ist unterwegs", "Language: de", "T-shirt, black");
    assertThat(Files.readString(html)).contains("<html lang=\"de\">", "Ihr Paket verfolgen");
  }

  @Test
  void aTextMessageIsShown() throws IOException {
    assertThat(preview("--medium", "sms", "--language", "fr"))
        .contains("votre commande 90412 est en route")
        .doesNotContain("Subject:");
  }

  @ParameterizedTest
  @EnumSource(value = What.class, names = "IN_TRANSIT", mode = EnumSource.Mode.EXCLUDE)
  void everyKindOfNewsCanBeShown(What what) throws IOException {
    assertThat(preview("--event", what.wireName())).contains("90412");
  }

  @Test
  void whatThereIsNotIsToldWithWhatThereIs() {
    assertThatThrownBy(() -> preview("--event", "teleported"))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("out_for_delivery");
    assertThatThrownBy(() -> preview("--store", "nobody"))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("acme");
    assertThatThrownBy(() -> preview("--medium", "fax"))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("whatsapp");
    assertThatThrownBy(() -> preview("--event", "in_transit"))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("nobody is told");
  }

  @Test
  void anUnknownPlaceholderOfTheMerchantFileIsNamed() throws IOException {
    String file =
        Files.readString(ROOT.resolve("infra/merchant/merchant.json"))
            .replaceFirst(
                "\"notices\": \\[\"delayed\"",
                "\"telling\": {\"templates\": {\"shipped\": {\"en\": {\"subject\": \"{{oder}}\"}}}},"
                    + " \"notices\": [\"delayed\"");
    Path config = Files.writeString(folder.resolve("shop.json"), file);

    assertThatThrownBy(() -> preview("--config", config.toString()))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("templates.shipped.en.subject")
        .hasMessageContaining("{{order}}");
  }

  private static String preview(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("preview"));
    all.addAll(List.of(words));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      assertThat(NoticePreview.run(ROOT, Options.of(all), out)).isZero();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
