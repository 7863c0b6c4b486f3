package dev.cutoff.adapter.document;

import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.customs.TaxId;
import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What a plainly fictitious shop tells customs. */
final class CustomsSamples {
  static final List<String> ABROAD =
      List.of(
          "\u97d3\u7f8e\u6797 Zo\u00eb M\u00fcller-\u0141ukaszewska",
          "Musterstra\u00dfe 117, Hinterhaus, 3. Obergeschoss links",
          "c/o \u0645\u0643\u062a\u0628\u0629 \u0627\u0644\u0646\u0648\u0631",
          "Berlin 10115",
          "DE");

  private CustomsSamples() {}

  static CustomsContent content(List<Declaration.Item> items) {
    return new CustomsContent(
        "SHP-DTC-90412-1-1",
        "#90412",
        LocalDate.of(2026, 11, 23),
        Samples.FROM,
        ABROAD,
        "+49 30 5550101",
        "Swift Parcel",
        List.of(Samples.TRACKING),
        new Declaration(
            Incoterm.DDP, List.of(new TaxId(TaxId.Kind.IOSS, "IM2760000742", null)), items),
        1250);
  }

  static List<Declaration.Item> items(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i ->
            item(
                "SKU-%04d".formatted(i),
                "Men's T-shirt, knitted, 100 % cotton, number " + i,
                "610910",
                "PT",
                180))
        .toList();
  }

  static Declaration.Item item(
      String sku, String description, String hsCode, String origin, long grams) {
    return new Declaration.Item(
        new Sku(sku), description, 2, Money.of(4_800, "USD"), grams, hsCode, origin);
  }
}
