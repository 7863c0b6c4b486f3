package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.geo.Address;
import dev.cutoff.sample.Doc;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Editing an order must touch the allocation; a new note or a payment must not. */
final class OrderDocumentTest {
  private static final OrderDocument BEFORE = Doc.order().line("TEE", 2).line("MUG", 1).build();

  @Test
  void payingChangesNothingForTheFloor() {
    OrderDocument paid =
        Doc.order().line("TEE", 2).line("MUG", 1).payment(Payment.Status.PENDING).build();
    assertThat(paid.shipsLike(BEFORE)).isTrue();
  }

  @Test
  void anotherQuantitySkuOrLineIsShippedDifferently() {
    assertThat(Doc.order().line("TEE", 1).line("MUG", 1).build().shipsLike(BEFORE)).isFalse();
    assertThat(Doc.order().line("TEE", 2).line("SOCKS", 1).build().shipsLike(BEFORE)).isFalse();
    assertThat(Doc.order().line("TEE", 2).build().shipsLike(BEFORE)).isFalse();
  }

  @Test
  void unitsThatSomebodyElseShippedAreNotShippedByUs() {
    OrderDocument half =
        Doc.order().line(OrderTest.gone("1", 2, 1)).line(Doc.line("2", "MUG", 1)).build();
    assertThat(half.shipsLike(BEFORE)).isFalse();
    assertThat(half.physicalLines()).extracting(OrderLine::open).containsExactly(1L, 1L);
  }

  @Test
  void aLineThatWasShippedInFullIsNoWorkAndMoreThanAllIsNotLessThanNothing() {
    OrderDocument gone = Doc.order().line(OrderTest.gone("1", 2, 5)).build();
    assertThat(gone.physicalLines()).isEmpty();
    assertThat(gone.lines().getFirst().open()).isZero();
  }

  @Test
  void anotherAddressMethodOrEngravingIsShippedDifferently() {
    Address other = Address.of("Sam Example", "", "2 Other Road", "", "Reno", "NV", "1", "US", "");
    assertThat(Doc.order().to(other).build().shipsLike(Doc.order().build())).isFalse();
    assertThat(Doc.order().by("Express", ShippingMethod.Kind.PARCEL).build())
        .matches(changed -> !changed.shipsLike(Doc.order().build()));
    OrderLine plain = Doc.line("1", "TEE", 1);
    OrderLine engraved =
        new OrderLine(
            "1",
            "TEE",
            "TEE",
            1,
            0,
            plain.unitPrice(),
            plain.discount(),
            plain.tax(),
            true,
            null,
            List.of(new LineProperty("Engraving", "S. E.")));
    assertThat(Doc.order().line(engraved).build().shipsLike(Doc.order().build())).isFalse();
  }

  @Test
  void aGiftCardMoreOrLessIsNoWorkForTheFloor() {
    Doc more =
        Doc.order().line("TEE", 2).line("MUG", 1).line(Doc.line("3", "CARD", 1).notShipped());
    assertThat(more.build().shipsLike(BEFORE)).isTrue();
  }
}
