package dev.cutoff.customs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostalFormTest {

  @Test
  void aSmallParcelOfSmallValueHasTheSmallForm() {
    assertThat(PostalForm.of(worth(27_000, "GBP", 1), 2_000)).isEqualTo(PostalForm.CN22);
    assertThat(PostalForm.of(worth(40_000, "USD", 1), 500)).isEqualTo(PostalForm.CN22);
  }

  @Test
  void onePennyOneGramOrOneItemMoreHasTheLargeForm() {
    assertThat(PostalForm.of(worth(27_001, "GBP", 1), 2_000)).isEqualTo(PostalForm.CN23);
    assertThat(PostalForm.of(worth(27_000, "GBP", 1), 2_001)).isEqualTo(PostalForm.CN23);
    assertThat(PostalForm.of(worth(100, "USD", 4), 500)).isEqualTo(PostalForm.CN22);
    assertThat(PostalForm.of(worth(100, "USD", 5), 500)).isEqualTo(PostalForm.CN23);
  }

  @Test
  void whereNoLimitIsKnownTheLargeFormIsTaken() {
    assertThat(PostalForm.of(worth(1, "JPY", 1), 10)).isEqualTo(PostalForm.CN23);
  }

  @Test
  void whatIsLackingIsNamedItemByItem() {
    Declaration.Item item =
        new Declaration.Item(new Sku("MUG-1"), "Mug", 1, Money.of(100, "USD"), 0, "", "PT");
    assertThat(new Declaration(Incoterm.DAP, List.of(), List.of(item, item)).lacking())
        .containsExactly("MUG-1: HS code, weight");
  }

  private static Declaration worth(long amount, String currency, int items) {
    Declaration.Item item =
        new Declaration.Item(
            new Sku("MUG-1"), "Mug", 1, Money.of(amount, currency), 100, "691200", "PT");
    return new Declaration(Incoterm.DAP, List.of(), Collections.nCopies(items, item));
  }
}
