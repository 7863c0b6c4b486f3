package dev.cutoff.customs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.customs.CustomsRules.Destination;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Rules;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderLine;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shop;
import dev.cutoff.shipment.ShipmentLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeclaringTest {
  private static final Address NEWARK = Shop.usual().nodes().values().iterator().next().address();
  private static final Address BERLIN = at("DE", "10115");
  private static final TaxId IOSS = new TaxId(TaxId.Kind.IOSS, "IM2760000000", usd(16_000));

  @Test
  void customsAreToldWhatIsPaidAfterDiscounts() {
    OrderLine tees = line("TEE", 3, 2_400, 700);
    assertThat(declared(tees, 3))
        .containsExactly(
            new Declaration.Item(
                Shop.item("TEE", 180L, "610910", "PT").sku(),
                "goods",
                3,
                usd(6_500),
                540,
                "610910",
                "PT"));
    // In two parcels the parts come to the whole.
    assertThat(value(tees, 1) + value(tees, 2)).isEqualTo(6_500);
  }

  @Test
  void whatIsDiscountedToNothingIsDeclaredAtItsListPriceAndNeverAtZero() {
    assertThat(value(line("TEE", 2, 2_400, 4_800), 2)).isEqualTo(4_800);
    assertThat(value(line("TEE", 2, 2_400, 9_999), 1)).isEqualTo(2_400);
  }

  @Test
  void aGiftWithoutAPriceIsDeclaredAtTheValueOfItsItemAndNeverAtZero() {
    assertThat(value(line("TEE", 2, 0, 0), 2)).isEqualTo(2_000);
  }

  @Test
  void aCentForAThousandPinsIsACentForEachParcelAndNeverZero() {
    assertThat(value(line("TEE", 1_000, 1, 999), 1)).isEqualTo(1);
  }

  @Test
  void thePriceOfAKitIsSharedOutAmongItsComponents() {
    List<Declaration.Item> items = declared(line("GIFT-SET", 2, 2_999, 0), 2);
    assertThat(items)
        .extracting(each -> each.sku().value(), Declaration.Item::quantity)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("MUG", 2L),
            org.assertj.core.groups.Tuple.tuple("SOCKS", 4L));
    assertThat(items.stream().mapToLong(each -> each.value().amount()).sum()).isEqualTo(5_998);
    assertThat(items).allMatch(each -> each.value().amount() > 0);
  }

  @Test
  void withinACustomsAreaNothingIsDeclared() {
    OrderLine tee = line("TEE", 1, 2_400, 0);
    assertThat(declaration(tee, 1, Shop.usual(), at("US", "90012"))).isEmpty();
    assertThat(declaration(tee, 1, Shop.usual(), BERLIN)).isPresent();
  }

  @Test
  void whereNothingIsSaidTheRecipientPaysTheDuties() {
    Declaration plain =
        declaration(line("TEE", 1, 2_400, 0), 1, Shop.usual(), BERLIN).orElseThrow();
    assertThat(plain.incoterm()).isEqualTo(Incoterm.DAP);
    assertThat(plain.taxIds()).isEmpty();
  }

  @Test
  void incotermAndTaxIdsFollowTheDestinationAndTheValueOfTheShipment() {
    Merchant shop = ruled(new Destination(Set.of("DE", "FR"), Incoterm.DDP, List.of(IOSS)));
    Declaration small = declaration(line("TEE", 1, 16_000, 0), 1, shop, BERLIN).orElseThrow();
    assertThat(small.incoterm()).isEqualTo(Incoterm.DDP);
    assertThat(small.taxIds()).containsExactly(IOSS);

    // Half of it in each parcel: the shipment counts.
    Declaration large = declaration(line("TEE", 2, 8_001, 0), 1, shop, BERLIN).orElseThrow();
    assertThat(large.incoterm()).isEqualTo(Incoterm.DDP);
    assertThat(large.taxIds()).isEmpty();
    assertThat(declaration(line("TEE", 1, 100, 0), 1, shop, at("NO", "0150")).orElseThrow())
        .returns(Incoterm.DAP, Declaration::incoterm)
        .returns(List.of(), Declaration::taxIds);
  }

  @Test
  void aRegionIsLookedUpBeforeItsCountry() {
    Address canaries = Address.of("A", null, "1 Road", null, "Town", "CN", "35001", "ES", null);
    CustomsRules rules =
        new CustomsRules(
            List.of(
                new Destination(Set.of("ES"), Incoterm.DDP, List.of()),
                new Destination(Set.of("ES-CN"), Incoterm.DAP, List.of())));
    assertThat(rules.of(canaries).orElseThrow().incoterm()).isEqualTo(Incoterm.DAP);
    assertThat(rules.of(at("ES", "28001")).orElseThrow().incoterm()).isEqualTo(Incoterm.DDP);
  }

  private static long value(OrderLine line, long units) {
    return declared(line, units).stream().mapToLong(each -> each.value().amount()).sum();
  }

  private static List<Declaration.Item> declared(OrderLine line, long units) {
    return declaration(line, units, Shop.usual(), BERLIN).orElseThrow().items();
  }

  /** Of a parcel of some units, in a shipment of the whole line. */
  private static Optional<Declaration> declaration(
      OrderLine line, long units, Merchant shop, Address to) {
    return new Declaring(Doc.order().line(line).build(), shop)
        .of(
            List.of(new ShipmentLine("1", units)),
            List.of(new ShipmentLine("1", line.quantity())),
            NEWARK,
            to);
  }

  private static Merchant ruled(Destination destination) {
    Merchant usual = Shop.usual();
    Rules rules = Shop.RULES;
    return new Merchant(
        usual.version(),
        usual.name(),
        usual.currency(),
        usual.fromEmail(),
        usual.nodes(),
        usual.items(),
        usual.kits(),
        usual.boxes(),
        usual.carriers(),
        usual.stores(),
        new Rules(
            rules.deliverWithinDays(),
            rules.deliverAbroadWithinDays(),
            rules.unpaidHold(),
            rules.rateDeadline(),
            rules.owners(),
            rules.exceptionDue(),
            rules.stock(),
            rules.plan(),
            new CustomsRules(List.of(destination))),
        usual.openingStock());
  }

  private static OrderLine line(String sku, long quantity, long each, long discount) {
    return new OrderLine(
        "1", sku, sku, quantity, 0, usd(each), usd(discount), usd(0), true, null, List.of());
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private static Address at(String country, String postcode) {
    return Address.of("A", null, "1 Road", null, "Town", null, postcode, country, null);
  }
}
