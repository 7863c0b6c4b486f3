package dev.cutoff.local.meter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What kind of row an item is, told by how its keys begin. */
final class RowKind {
  static final String UNKNOWN = "unknown";

  private static final Set<String> OF_STOCK =
      Set.of(
          "stock level",
          "count",
          "ledger",
          "movement",
          "plan of counts",
          "shown stock",
          "item of a store",
          "heat",
          "pool",
          "turn");

  private static final List<Kind> KINDS =
      List.of(
          new Kind("O#", "ORDER", "order"),
          new Kind("O#", "OWNER", "owner of the id"),
          new Kind("O#", "TL#", "timeline"),
          new Kind("O#", "IN#", "inbox message"),
          new Kind("O#", "EX#", "exception"),
          new Kind("O#", "TOLD#", "told notices"),
          new Kind("UNTOLD#", "", "stop of notices"),
          new Kind("C#", "", "claim"),
          new Kind("N#", "", "tracking number"),
          new Kind("T#", "", "customer's token"),
          new Kind("S#", "TRANSIT", "counted delivery"),
          new Kind("S#", "", "label attempt"),
          new Kind("X#", "", "exception"),
          new Kind("E#", "", "effect"),
          new Kind("SKU#", "", "stock level"),
          new Kind("COUNT#", "", "count"),
          new Kind("LEDGER#", "", "ledger"),
          new Kind("M#", "", "movement"),
          new Kind("PLAN#", "", "plan of counts"),
          new Kind("SHOWN#", "", "shown stock"),
          new Kind("I#", "", "item of a store"),
          new Kind("HEAT#", "", "heat"),
          new Kind("POOL#", "", "pool"),
          new Kind("TURN#", "", "turn"),
          new Kind("P#", "", "inbound delivery"),
          new Kind("EXPECTED#", "", "inbound delivery"),
          new Kind("INBOUND", "", "inbound delivery"),
          new Kind("RECEIPT#", "", "inbound receipt"),
          new Kind("W#", "", "waiting order"),
          new Kind("WAIT#", "WAITED", "waited for"),
          new Kind("WAIT#", "", "waiting order"),
          new Kind("WAITED", "", "waited for"),
          new Kind("LOAD#", "", "planned load"),
          new Kind("LOOSE", "", "loose label"),
          new Kind("STOPS", "", "postage stop"),
          new Kind("SPENT#", "", "postage spent"),
          new Kind("BALANCES", "", "postage balance"),
          new Kind("TRANSIT#", "", "transit count"),
          new Kind("R#", "", "reservation"));

  private RowKind() {}

  private record Kind(String pk, String sk, String name) {}

  static String of(Map<String, AttributeValue> item) {
    return of(text(item.get("pk")), text(item.get("sk")));
  }

  private static String of(String pk, String sk) {
    return KINDS.stream()
        .filter(kind -> pk.startsWith(kind.pk()) && sk.startsWith(kind.sk()))
        .map(Kind::name)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** Whether it belongs to a shelf and not to an order. */
  static boolean ofStock(Map<String, AttributeValue> item) {
    String kind = of(item);
    return OF_STOCK.contains(kind);
  }

  /** Of a question about rows of one partition, told by the values that it asks with. */
  static String asked(Collection<AttributeValue> values) {
    List<String> texts = values.stream().map(RowKind::text).toList();
    return KINDS.stream()
        .filter(kind -> begins(texts, kind.pk()) && begins(texts, kind.sk()))
        .map(Kind::name)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static boolean begins(List<String> texts, String prefix) {
    return texts.stream().anyMatch(text -> text.startsWith(prefix));
  }

  private static String text(@Nullable AttributeValue value) {
    return value == null || value.s() == null ? "" : value.s();
  }
}
