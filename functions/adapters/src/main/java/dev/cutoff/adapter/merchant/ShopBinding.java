package dev.cutoff.adapter.merchant;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.DockRules;
import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant.OpeningStock;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.PromiseRules;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.Size;
import dev.cutoff.merchant.TrackingRules;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The file's own shape, field by field, into the domain's types: everything but the carriers. */
final class ShopBinding {
  private static final String SKU =
      "must be a SKU of 1 to 64 characters without a space at its ends";
  private static final String NODE = "must be a node id: capital letters, digits and -, at most 16";
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final Pattern BARCODE = Pattern.compile("\\d{8}|\\d{12,14}");
  private static final Pattern HS_CODE = Pattern.compile("\\d{6,10}");
  private static final Pattern BOX_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,15}");
  private static final long TONNE = 1_000_000;
  private static final Size NO_SIZE = new Size(0, 0, 0);

  private final String currency;

  private ShopBinding(String currency) {
    this.currency = currency;
  }

  static Draft draft(Field file) {
    file.find("$schema").ifPresent(Values::text);
    String currency = Values.currency(file.get("currency"));
    ShopBinding shop = new ShopBinding(currency);
    CarrierBinding carrier = new CarrierBinding(currency);
    return new Draft(
        Values.text(file.get("name")),
        currency,
        Values.text(file.get("fromEmail"), EMAIL, "must be an e-mail address"),
        file.get("rules").as(shop::rules),
        file.get("nodes").each(shop::node),
        file.get("items").each(shop::item),
        file.get("kits").each(ShopBinding::kit),
        file.get("openingStock").entries(ShopBinding::counts).stream()
            .flatMap(counts -> counts.value().stream())
            .toList(),
        file.get("boxes").each(shop::box),
        file.get("stores").each(StoreBinding::store),
        file.get("carriers").each(carrier::carrier));
  }

  static NodeId nodeId(Field field) {
    return Values.id(field, NodeId::new, NODE);
  }

  /** A name of an object that is a node's. */
  static NodeId nodeId(Field field, String name) {
    return Values.id(field, name, NodeId::new, NODE);
  }

  private Rules rules(Field rules) {
    Field owners = rules.get("owners");
    if (owners.node().isEmpty()) {
      throw owners.wrong("must name at least one person or team: held orders need an owner");
    }
    return new Rules(
        (int) Values.whole(rules.get("deliverWithinDays"), 1, 60),
        (int) Values.whole(rules.get("deliverAbroadWithinDays"), 1, 120),
        Values.duration(rules.get("unpaidHold")),
        Values.duration(rules.get("rateDeadline")),
        owners.each(Values::text).stream().map(Located::value).toList(),
        Values.duration(rules.get("exceptionDue")),
        StockBinding.rules(rules),
        rules
            .find("plan")
            .map(it -> it.as(new PlanBinding(currency)::plan))
            .orElse(PlanRules.PLAIN),
        new CustomsBinding(currency).rules(rules),
        rules.find("dock").map(it -> it.as(DockBinding::rules)).orElse(DockRules.PLAIN),
        new PostageBinding(currency).rules(rules),
        rules.find("tracking").map(it -> it.as(TrackingBinding::rules)).orElse(TrackingRules.PLAIN),
        rules
            .find("promise")
            .map(it -> it.as(TrackingBinding::promise))
            .orElse(PromiseRules.PLAIN));
  }

  private Node node(Field node) {
    Field days = node.get("cutoffs");
    SortedMap<DayOfWeek, LocalTime> cutoffs = Timetables.cutoffs(days);
    if (days.node().isEmpty()) {
      throw days.wrong("must have at least one weekday: this node would never ship");
    }
    String shippedAt =
        Values.choice(node.get("shippedAt"), List.of("handover", "manifest", "label"));
    return new Node(
        nodeId(node.get("id")),
        Values.text(node.get("name")),
        node.get("address").as(ShopBinding::address),
        Values.zone(node.get("zone")),
        cutoffs,
        Values.money(node.get("handlingCost"), currency),
        shippedAt.equals("label"),
        node.find("hours").map(it -> it.as(Timetables::hours)).orElse(NodeHours.PLAIN),
        DockBinding.node(node, shippedAt));
  }

  private static Address address(Field address) {
    return Address.of(
        Values.text(address.get("name")),
        address.find("company").map(Values::text).orElse(""),
        Values.text(address.get("street1")),
        address.find("street2").map(Values::text).orElse(""),
        Values.text(address.get("city")),
        address.find("region").map(Values::text).orElse(""),
        Values.text(address.get("postcode")),
        Values.country(address.get("country")),
        Values.text(address.get("phone")));
  }

  private Item item(Field item) {
    boolean ships = item.find("requiresShipping").map(Values::flag).orElse(true);
    String name = Values.text(item.get("name"));
    if (ships) {
      item.get("sizeMm");
    }
    return new Item(
        Values.id(item.get("sku"), Sku::new, SKU),
        name,
        item.find("weightGrams").map(it -> Values.whole(it, 1, TONNE)).orElse(null),
        item.find("sizeMm").map(Values::size).orElse(NO_SIZE),
        item.find("barcode").map(ShopBinding::barcode).orElse(""),
        Values.money(item.get("value"), currency),
        item.find("hsCode")
            .map(it -> Values.text(it, HS_CODE, "must be 6 to 10 digits, without dots"))
            .orElse(null),
        item.find("originCountry").map(Values::country).orElse(null),
        item.find("customsDescription").map(Values::text).orElse(name),
        ships,
        StockBinding.item(item),
        item.find("goods").map(it -> it.as(GoodsBinding::goods)).orElse(Goods.HARMLESS));
  }

  private static String barcode(Field field) {
    String text = Values.text(field, BARCODE, "must be 8, 12, 13 or 14 digits in quotes");
    if (!Gtin.hasRightCheckDigit(text)) {
      throw field.wrong("its last digit does not fit the others: please compare with the print");
    }
    return text;
  }

  private static Kit kit(Field kit) {
    TreeMap<Sku, Long> components = new TreeMap<>();
    Field parts = kit.get("components");
    parts.entries((sku, units) ->
        components.put(Values.id(units, sku, Sku::new, SKU), Values.whole(units, 1, 1_000)));
    if (parts.node().isEmpty()) {
      throw parts.wrong("must have at least one component");
    }
    return new Kit(
        Values.id(kit.get("sku"), Sku::new, SKU), Values.text(kit.get("name")), components);
  }

  private static List<Located<OpeningStock>> counts(String name, Field nodes) {
    Sku sku = Values.id(nodes, name, Sku::new, SKU);
    return nodes.entries((node, count) ->
        new OpeningStock(
            sku, Values.id(count, node, NodeId::new, NODE), Values.whole(count, 0, 100_000_000)));
  }

  private Box box(Field box) {
    return new Box(
        Values.text(box.get("id"), BOX_ID, "must be letters, digits and -, at most 16"),
        Values.size(box.get("innerMm")),
        Values.size(box.get("outerMm")),
        Values.whole(box.get("tareGrams"), 0, TONNE),
        Values.whole(box.get("maxGrams"), 1, TONNE),
        Values.money(box.get("cost"), currency));
  }
}
