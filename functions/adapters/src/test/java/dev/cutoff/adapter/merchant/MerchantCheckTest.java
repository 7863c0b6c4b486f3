package dev.cutoff.adapter.merchant;

import static dev.cutoff.adapter.merchant.SlipOfThePen.expect;
import static dev.cutoff.adapter.merchant.SlipOfThePen.only;
import static dev.cutoff.adapter.merchant.SlipOfThePen.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each test is a slip of a person's pen, and what they are told. */
final class MerchantCheckTest {
  @Test
  void theExampleShopIsWell() {
    assertThat(SlipOfThePen.check(ExampleShop.file())).isInstanceOf(MerchantFile.Read.class);
  }

  // ---- not JSON ----

  @Test
  void aMissingCommaIsToldWithItsLine() {
    Problem problem = only("\"currency\": \"USD\",", "\"currency\": \"USD\"");
    assertThat(problem.line()).as("%s", problem).isEqualTo(ExampleShop.lineOf("\"fromEmail\""));
    assertThat(problem.message()).startsWith("is not JSON: ");
  }

  @Test
  void aFieldThatIsThereTwiceIsNotReadInSilence() {
    Problem problem = only("\"zone\": \"America", "\"name\": \"Again\", \"zone\": \"America");
    assertThat(problem.line())
        .as("%s", problem)
        .isEqualTo(ExampleShop.lineOf("\"zone\": \"America"));
    assertThat(problem.message()).contains("Duplicate", "name");
  }

  @Test
  void anEmptyFileIsTold() {
    assertThat(problems(new byte[0])).hasSize(1);
    assertThat(problems("[]".getBytes(StandardCharsets.UTF_8))).hasSize(1);
    assertThat(problems("{} {}".getBytes(StandardCharsets.UTF_8))).hasSize(1);
    assertThat(problems(new byte[] {(byte) 0xc3, (byte) 0x28})).hasSize(1);
  }

  // ---- shape ----

  @Test
  void aMissingFieldIsToldWhereItsParentBegins() {
    expect(
        "\"zone\": \"America/New_York\",",
        "",
        "nodes[0].zone",
        "is missing",
        "{\n      \"id\": \"EAST\"");
  }

  @Test
  void aMisspeltFieldIsToldWithTheRightOnes() {
    expect("\"weightGrams\": 240", "\"weigthGrams\": 240", "items[0].weigthGrams", "weightGrams");
  }

  @Test
  void aWeightInQuotesIsTold() {
    expect("\"weightGrams\": 620", "\"weightGrams\": \"620\"", "items[3].weightGrams", "grams");
  }

  @Test
  void anAmountWithoutQuotesIsTold() {
    expect("\"value\": \"58.00\"", "\"value\": 58", "items[3].value", "in quotes");
  }

  @Test
  void anAmountInAnotherCurrencyIsTold() {
    expect("\"value\": \"58.00\"", "\"value\": \"EUR 58.00\"", "items[3].value", "shop's currency");
  }

  @Test
  void anAmountFinerThanACentIsTold() {
    expect("\"value\": \"58.00\"", "\"value\": \"58.001\"", "items[3].value", "in USD");
  }

  @Test
  void aCutoffThatIsNoTimeIsTold() {
    expect("\"MON\": \"17:00\"", "\"MON\": \"17h\"", "nodes[1].cutoffs.MON", "16:00");
  }

  @Test
  void aWeekdayThatIsNoneIsTold() {
    expect("\"MON\": \"17:00\"", "\"Montag\": \"17:00\"", "nodes[1].cutoffs.Montag", "MON, TUE");
  }

  @Test
  void noOwnerForHeldOrdersIsTold() {
    expect("[\"ops\", \"ops-lead\", \"founder\"]", "[]", "rules.owners", "At least one");
  }

  @Test
  void aShippedItemWithoutSizeIsTold() {
    expect(
        "\"weightGrams\": 620, \"sizeMm\": [300, 250, 70],",
        "\"weightGrams\": 620,",
        "items[3].sizeMm",
        "is missing");
  }

  @Test
  void twoMistakesAreToldAtOnceInTheOrderOfTheFile() {
    String text =
        ExampleShop.text()
            .replace("\"weightGrams\": 620", "\"weightGrams\": -1")
            .replace("\"currency\": \"USD\"", "\"currency\": \"dollars\"");
    assertThat(problems(text.getBytes(StandardCharsets.UTF_8)))
        .extracting(Problem::field)
        .containsExactly("currency", "items[3].weightGrams");
  }

  // ---- secrets ----

  @Test
  void aSecretsValueIsRefused() {
    expect(
        "\"webhookSecretName\": \"acme-webhook\"",
        "\"webhookSecret\": \"hush\"",
        "stores[0].webhookSecret",
        "do not belong");
    expect(
        "\"webhookSecretName\": \"acme-webhook\"",
        "\"webhookSecretName\": \"shpss_0123456789abcdef\"",
        "stores[0].webhookSecretName",
        "do not belong");
  }

  @Test
  void aRefusedSecretIsNotRepeated() {
    byte[] json = ExampleShop.with("\"name\": \"Acme\"", "\"apiToken\": \"hush-hush\"");
    assertThat(problems(json).toString()).doesNotContain("hush");
  }

  // ---- what holds together ----

  @Test
  void aKitOfAnUnknownSkuIsTold() {
    expect("{\"TEAPOT-01\": 1", "{\"TEAPOT-99\": 1", "kits[0].components.TEAPOT-99", "not among");
  }

  @Test
  void aKitInAKitIsTold() {
    expect("{\"NOTE-A5\": 1", "{\"KIT-TEA\": 1", "kits[1].components.KIT-TEA", "is a kit");
  }

  @Test
  void aKitWithAnItemsSkuIsTold() {
    expect("\"sku\": \"KIT-TEA\"", "\"sku\": \"CAP-NVY\"", "kits[0].sku", "is an item as well");
  }

  @Test
  void openingStockOfAnUnknownSkuIsTold() {
    expect("\"CAP-NVY\": {", "\"CAP-RED\": {", "openingStock.CAP-RED", "not among the items");
  }

  @Test
  void openingStockAtAnUnknownNodeIsTold() {
    expect("{\"CENTRAL\": 1}", "{\"NORTH\": 1}", "openingStock.LAMP-ONE.NORTH", "not among");
  }

  @Test
  void openingStockOfAGiftCardIsTold() {
    expect("\"CAP-NVY\": {", "\"GIFT-50\": {", "openingStock.GIFT-50", "needs no shipping");
  }

  @Test
  void twoItemsWithOneSkuAreTold() {
    expect("\"sku\": \"CALENDAR-27\"", "\"sku\": \"MUG-01\"", "items[25].sku", "'MUG-01'");
  }

  @Test
  void twoStoresWithOneOrderPrefixAreTold() {
    expect("\"orderPrefix\": \"WOO\"", "\"orderPrefix\": \"DTC\"", "stores[1].orderPrefix", "DTC");
  }

  @Test
  void aLocationAtAnUnknownNodeIsTold() {
    expect(
        "\"24826418\": \"EAST\"",
        "\"24826418\": \"NORTH\"",
        "stores[0].locations.24826418",
        "not among the nodes");
  }

  @Test
  void aShippingMethodThatIsThereTwiceIsTold() {
    expect(
        "\"match\": \"Overnight\"",
        "\"match\": \"EXPRESS\"",
        "stores[0].shippingMethods[5].match",
        "twice");
  }

  @Test
  void anUnknownTimeZoneIsTold() {
    expect("America/Chicago", "America/Joliet", "nodes[1].zone", "America/New_York");
  }

  @Test
  void aBoxLargerInsideThanOutsideIsTold() {
    expect(
        "\"innerMm\": [245, 195, 55]",
        "\"innerMm\": [245, 195, 550]",
        "boxes[1].innerMm",
        "larger");
  }

  @Test
  void sizesInCentimetresAreTold() {
    String text = ExampleShop.text();
    int boxes = text.indexOf("\"boxes\"");
    String tiny =
        text.substring(boxes)
            .replaceAll("Mm\": \\[(\\d+)\\d, (\\d+)\\d, (\\d+)\\d]", "Mm\": [$1, $2, $3]");
    assertThat(problems((text.substring(0, boxes) + tiny).getBytes(StandardCharsets.UTF_8)))
        .extracting(Problem::field)
        .containsExactly("boxes");
  }

  @Test
  void aBarcodeWithAWrongCheckDigitIsTold() {
    expect("2001000011384", "2001000011385", "items[0].barcode", "last digit");
  }

  @Test
  void aBarcodeOfTwoItemsIsTold() {
    expect("2001000012756", "2001000011384", "items[1].barcode", "another item's");
  }
}
