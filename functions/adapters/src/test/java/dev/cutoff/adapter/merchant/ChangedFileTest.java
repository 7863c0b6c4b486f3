package dev.cutoff.adapter.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A merchant file as it would be after a change. */
class ChangedFileTest {
  private static final String FILE =
      """
      {"nodes": [
         {"id": "EAST", "cutoffs": {"MON": "16:00", "FRI": "15:30"},
          "hours": {"byCarrier": {"swift": {"MON": "14:00"}},
                    "changes": [{"from": "2026-12-01", "cutoffs": {"MON": "18:00"}}]}},
         {"id": "WEST", "cutoffs": {"MON": "12:00"}}],
       "openingStock": {"MUG": {"EAST": 1, "WEST": 2}},
       "stores": [{"id": "acme", "locations": {"7": "EAST", "8": "WEST"}}],
       "boxes": [{"id": "S", "cost": "0.42", "tareGrams": 60}],
       "carriers": [
         {"id": "swift", "services": [
           {"id": "ground", "cards": [{"zones": [{"prices": ["5.40", "10.05"]}]}]},
           {"id": "air", "cards": [{"zones": [{"prices": ["20.00"]}]}]}]},
         {"id": "post", "services": []}]}
      """;

  @ParameterizedTest
  @CsvSource({
    "carrier:swift=gone, /carriers/0/id, post",
    "service:swift/ground=gone, /carriers/0/services/0/id, air",
    "node:EAST=gone, /nodes/0/id, WEST",
    "node:EAST=gone, /stores/0/locations/8, WEST",
    "node:EAST=gone, /openingStock/MUG/WEST, 2",
    "cutoff:EAST=15:00, /nodes/0/cutoffs/MON, 15:00",
    "cutoff:EAST=15:00, /nodes/0/hours/byCarrier/swift/MON, 15:00",
    "cutoff:EAST=15:00, /nodes/0/hours/changes/0/cutoffs/MON, 15:00",
    "cutoff:EAST=15:00, /nodes/1/cutoffs/MON, 12:00",
    "cutoff:EAST@FRI=-45m, /nodes/0/cutoffs/FRI, 14:45",
    "cutoff:EAST@FRI=-45m, /nodes/0/cutoffs/MON, 16:00",
    "cutoff:EAST=+2h, /nodes/0/cutoffs/FRI, 17:30",
    "rates:swift=+5%, /carriers/0/services/0/cards/0/zones/0/prices/1, 10.55",
    "rates:swift=-50%, /carriers/0/services/1/cards/0/zones/0/prices/0, 10.00",
    "rates:swift/ground=+0.40, /carriers/0/services/0/cards/0/zones/0/prices/0, 5.80",
    "rates:swift/ground=-9.00, /carriers/0/services/0/cards/0/zones/0/prices/0, 0.00",
    "rates:swift/ground=+0.40, /carriers/0/services/1/cards/0/zones/0/prices/0, 20.00",
    "set:rules/plan/leastChancePercent=95, /rules/plan/leastChancePercent, 95",
    "set:boxes/S/cost=1.00, /boxes/0/cost, 1.00",
    "set:boxes/S/tareGrams=80, /boxes/0/tareGrams, 80",
    "set:stores/acme/name=Acme, /stores/0/name, Acme"
  })
  void aChangeIsMade(String change, String at, String expected) throws IOException {
    assertThat(changed(change).at(at).asText()).isEqualTo(expected);
  }

  @Test
  void amountsStayTextAndNumbersStayNumbers() throws IOException {
    assertThat(changed("set:boxes/S/cost=1.00").at("/boxes/0/cost").isTextual()).isTrue();
    assertThat(changed("set:boxes/S/tareGrams=80").at("/boxes/0/tareGrams").isInt()).isTrue();
  }

  @Test
  void aNodeThatIsGoneIsNamedNowhere() throws IOException {
    assertThat(changed("node:EAST=gone").toString()).doesNotContain("EAST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "foo",
        "carrier:swift",
        "carrier:=gone",
        "carrier:dhl=gone",
        "carrier:swift=away",
        "paint:EAST=red",
        "service:swift/boat=gone",
        "cutoff:NORTH=15:00",
        "cutoff:EAST@SUN=15:00",
        "cutoff:EAST=25:00",
        "cutoff:EAST=-17h",
        "cutoff:EAST=+9h",
        "rates:swift=dearer",
        "rates:swift/boat=+5%",
        "rates:dhl=+5%",
        "set:boxes/XL/cost=1",
        "set:nodes/EAST/cutoffs/MON/hour=1"
      })
  void whatMakesNoSenseSaysWhatWould(String change) {
    assertThatThrownBy(() -> changed(change))
        .isInstanceOf(ChangedFile.Wrong.class)
        .message()
        .isNotBlank();
  }

  @Test
  void changesAreMadeOneAfterTheOther() throws IOException {
    JsonNode file =
        new ObjectMapper()
            .readTree(
                ChangedFile.of(
                    FILE.getBytes(UTF_8),
                    List.of("rates:swift/ground=+1.00", "rates:swift/ground=+100%")));

    assertThat(file.at("/carriers/0/services/0/cards/0/zones/0/prices/0").asText())
        .isEqualTo("12.80");
  }

  private static JsonNode changed(String change) throws IOException {
    return new ObjectMapper().readTree(ChangedFile.of(FILE.getBytes(UTF_8), List.of(change)));
  }
}
