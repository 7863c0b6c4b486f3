package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.ShippingDocuments;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ParcelLabelZplTest {

  private static final Set<String> OURS =
      Set.of(
          "XA", "CI", "LH", "PO", "PW", "LL", "FO", "FT", "FD", "FS", "FH", "FR", "FB", "A0", "GB",
          "GD", "GF", "BY", "BC", "PQ", "XZ");
  private static final String ATTACK = "^XZ^XA~JA^FDx^FS_5E_7E\\&^CC%~CT$";

  private final ShippingDocuments documents = PrintedDocuments.load();

  @Test
  void aLabelIsOneFormatOf812By1218DotsInAscii() {
    String zpl = documents.label(Samples.label(false)).zpl();
    assertThat(zpl).startsWith("^XA").endsWith("^XZ\n").contains("^CI28", "^PW812", "^LL1218");
    assertThat(zpl.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
    assertThat(zpl).contains("^BCN,", "^FD" + Samples.TRACKING + "^FS");
  }

  @Test
  void hostileTextCannotBringACommandOfItsOwn() {
    LabelContent plain = Samples.label(false);
    LabelContent hostile =
        new LabelContent(
            ATTACK,
            ATTACK,
            plain.trackingNumber(),
            List.of(ATTACK, "\u001b\u0010\u0002" + ATTACK),
            List.of(ATTACK, "a\r\n^XZ\r\n~JR"),
            ATTACK,
            "US",
            plain.shipDate(),
            1,
            1,
            1,
            ATTACK,
            ATTACK,
            ATTACK,
            ATTACK,
            ATTACK,
            List.of(ATTACK),
            false);
    String zpl = documents.label(hostile).zpl();
    assertThat(commands(zpl)).allMatch(OURS::contains);
    assertThat(commands(zpl)).filteredOn(c -> c.equals("XA") || c.equals("XZ")).hasSize(2);
    assertThat(zpl).doesNotContain("~", "\\");
    assertThat(data(zpl)).contains("a ^XZ ~JR");
  }

  @Test
  void latinNamesAreSentAsUtf8ToThePrintersOwnFont() {
    String zpl = documents.label(Samples.label("T1", List.of("Zoë Müller", "Łukasz"), false)).zpl();
    assertThat(data(zpl)).contains("Zoë Müller", "Łukasz");
    assertThat(zpl).contains("Zo_C3_AB M_C3_BCller").doesNotContain("^GF");
  }

  @Test
  void lettersThatAPrinterMayLackAreSentAsAPicture() {
    String zpl = documents.label(Samples.label("T1", List.of("Zoë 東京", "Plain"), false)).zpl();
    assertThat(zpl.split("\\^GFA,", -1)).hasSize(2);
    assertThat(zpl).contains("^FDPlain^FS");
  }

  @Test
  void aTestLabelIsStruckThroughAndSaysVoid() {
    String zpl = documents.label(Samples.label(true)).zpl();
    assertThat(zpl).contains("^GD", "SAMPLE - VOID - NOT FOR SHIPPING");
    assertThat(documents.label(Samples.label(false)).zpl()).doesNotContain("^GD", "VOID");
  }

  private static List<String> commands(String zpl) {
    return Arrays.stream(zpl.split("\\^", -1))
        .skip(1)
        .map(command -> command.substring(0, 2))
        .toList();
  }

  private static List<String> data(String zpl) {
    return Arrays.stream(zpl.split("\\^FH\\^FD", -1))
        .skip(1)
        .map(rest -> decoded(rest.substring(0, rest.indexOf('^'))))
        .collect(Collectors.toList());
  }

  private static String decoded(String data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < data.length(); i++) {
      if (data.charAt(i) == '_') {
        bytes.write(Integer.parseInt(data.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(data.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
