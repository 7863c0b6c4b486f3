package dev.cutoff.adapter.dynamodb;

import dev.cutoff.dock.ManifestId;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.plan.TransitCount;
import dev.cutoff.plan.application.LastQuotes.Lane;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of a row, one way to make it for each kind of row. */
record Key(String pk, String sk) {
  static final String TIMELINE = "TL#";
  static final String INBOX = "IN#";
  static final String EXCEPTION = "EX#";
  static final String RISK = "RISK#";
  static final String ATTEMPT = "LA#";
  static final String LOOSE = "LOOSE";
  static final String STOPS = "STOPS";
  static final String BALANCES = "BALANCES";
  static final String NODE = "NODE#";
  static final String LINE = "LINE#";
  static final String PLACE = "AT#";
  static final String WAITED = "WAITED";
  static final String INBOUNDS = "INBOUND";
  static final String POOLS = "POOL#";
  static final String LEDGER = "LEDGER#";
  static final String RESERVATIONS = "R#";
  static final String SHELVES = "SKU#";

  private static final String LOT = "#LOT#";

  /** DynamoDB takes 2,048 bytes; what outsiders send longer than this is kept by its hash. */
  private static final int LONGEST = 900;

  static String orderPk(OrderId id) {
    return "O#" + id;
  }

  /** The order an order row, or any row below it, belongs to. */
  static OrderId orderIdOf(String pk) {
    return new OrderId(pk.substring("O#".length()));
  }

  static Key order(OrderId id) {
    return new Key(orderPk(id), "ORDER");
  }

  static Key owner(OrderId id) {
    return new Key(orderPk(id), "OWNER");
  }

  static Key timeline(OrderId id, long firstEntry) {
    return new Key(orderPk(id), TIMELINE + "%012d".formatted(firstEntry));
  }

  static Key inbox(OrderId id, String contentHash) {
    return new Key(orderPk(id), INBOX + bounded(contentHash));
  }

  static Key exception(OrderId orderId, String id) {
    return new Key(orderPk(orderId), EXCEPTION + id);
  }

  /** Beside the holds of its order, and not among them. */
  static Key risk(OrderId orderId, int number) {
    return new Key(orderPk(orderId), RISK + "%09d".formatted(number));
  }

  /** Those of one subject and reason share a partition, so that one is open at most. */
  static String seriesPk(String series) {
    return "X#" + series;
  }

  static Key inSeries(String series, int number) {
    return new Key(seriesPk(series), EXCEPTION + "%09d".formatted(number));
  }

  static Key claim(StoreId storeId, String externalId) {
    return new Key("C#" + storeId + "#" + bounded(externalId), "CLAIM");
  }

  static Key tracking(String number) {
    return new Key("N#" + bounded(number), "TRACKING");
  }

  static Key token(String token) {
    return new Key("T#" + bounded(token), "TOKEN");
  }

  static Key effect(String key) {
    return new Key("E#" + bounded(key), "EFFECT");
  }

  /** What the customer was told of the order by one medium, of one kind. */
  static Key told(OrderId id, String what, String medium) {
    return new Key(orderPk(id), "TOLD#" + what + "#" + medium);
  }

  /** An address that gets no notices, by its hash. */
  static Key noticeStop(String hash) {
    return new Key("UNTOLD#" + hash, "STOP");
  }

  static String attemptsPk(ShipmentId id) {
    return "S#" + id;
  }

  static Key attempt(ShipmentId id, String reference) {
    return new Key(attemptsPk(id), ATTEMPT + bounded(reference));
  }

  /** A label that somebody has to look after; those are few, so one partition holds them. */
  static Key loose(String reference) {
    return new Key(LOOSE, bounded(reference));
  }

  static Key stop(PostageStop.Scope scope, String id) {
    return new Key(STOPS, bounded(scope + "#" + id));
  }

  /** What was spent on labels in one hour. */
  static Key spent(String whose, String hour) {
    return new Key("SPENT#" + hour, bounded(whose));
  }

  /** What the account of a carrier said of its balance. */
  static Key balance(String account) {
    return new Key(BALANCES, bounded(account));
  }

  static String shelfPk(Sku sku) {
    return SHELVES + sku;
  }

  static Key shelf(Shelf shelf) {
    String lot = shelf.lot() == null ? "" : LOT + shelf.lot();
    return new Key(shelfPk(shelf.sku()), NODE + shelf.node() + lot);
  }

  private static String named(Shelf shelf) {
    return shelf.sku() + "#" + shelf(shelf).sk();
  }

  /** A count that changed nothing; those that did are in the ledger. */
  static Key count(Shelf shelf, String at) {
    return new Key("COUNT#" + named(shelf), bounded(at));
  }

  static String ledgerPk(Shelf shelf) {
    return LEDGER + named(shelf);
  }

  /** The shelf whose ledger it is; neither a node nor a lot can look like what is between them. */
  static Shelf shelfOfLedger(String pk) {
    int node = pk.lastIndexOf("#" + NODE);
    String where = pk.substring(node + 1 + NODE.length());
    int lot = where.indexOf(LOT);
    return new Shelf(
        new Sku(pk.substring(LEDGER.length(), node)),
        new NodeId(lot < 0 ? where : where.substring(0, lot)),
        lot < 0 ? null : Lot.read(where.substring(lot + LOT.length())));
  }

  /** When each shelf of a node is to be counted. */
  static Key countPlan(NodeId node) {
    return new Key("PLAN#" + node, "COUNTS");
  }

  /** An entry of the ledger, or several that ended by that time. */
  static Key ledger(Shelf shelf, String at, String id) {
    return new Key(ledgerPk(shelf), at + "#" + bounded(id));
  }

  /** How often reservations of a shelf met in the same minute. */
  static Key heat(Shelf shelf) {
    return new Key("HEAT#" + named(shelf), "HEAT");
  }

  /** Units of a shelf that were put aside; a partition of its own for each. */
  static Key pool(Shelf shelf, int number) {
    return new Key(POOLS + named(shelf) + "#" + number, "POOL");
  }

  /** Whose turn it is to write to that row. */
  Key turn() {
    return new Key("TURN#" + pk + "#" + sk, "TURN");
  }

  /** That a movement was booked. */
  static Key movement(String id) {
    return new Key("M#" + bounded(id), "MOVEMENT");
  }

  static String shownPk(Sku sku) {
    return "SHOWN#" + sku;
  }

  static Key shown(Sku sku, StoreId store) {
    return new Key(shownPk(sku), store.value());
  }

  /** Which SKU a platform's own id is. */
  static Key storeItem(StoreId store, String item) {
    return new Key("I#" + store + "#" + bounded(item), "ITEM");
  }

  static String reservationsPk(OrderId id) {
    return RESERVATIONS + id;
  }

  static OrderId orderIdOfReservations(String pk) {
    return new OrderId(pk.substring(RESERVATIONS.length()));
  }

  static Key reservations(OrderId id, ShipmentId shipmentId) {
    return new Key(reservationsPk(id), shipmentId.value());
  }

  static String inboundPk(String reference) {
    return "P#" + reference;
  }

  static Key inbound(String reference) {
    return new Key(inboundPk(reference), "HEAD");
  }

  static Key inboundLine(String reference, String line) {
    return new Key(inboundPk(reference), LINE + line);
  }

  /** Leads from a SKU to a line that still expects units of it. */
  static Key expected(Sku sku, String reference, String line) {
    return new Key(expectedPk(sku), reference + "#" + line);
  }

  static String expectedPk(Sku sku) {
    return "EXPECTED#" + sku;
  }

  static Key receipt(String reference, String id) {
    return new Key("RECEIPT#" + reference, bounded(id));
  }

  static Key waiter(OrderId id) {
    return new Key("W#" + id, "WAITER");
  }

  static String waitersPk(Sku sku) {
    return "WAIT#" + sku;
  }

  /** The place of an order in the list of a SKU. */
  static Key place(Sku sku, String since, OrderId id) {
    return new Key(waitersPk(sku), PLACE + since + "#" + id);
  }

  /** That somebody waits for the SKU: for whoever comes new. */
  static Key waitedFor(Sku sku) {
    return new Key(waitersPk(sku), "WAITED");
  }

  /** The same, for whoever looks after all of them. */
  static Key listed(Sku sku) {
    return new Key(WAITED, sku.value());
  }

  /** What a node is to hand over, by day. */
  static String loadsPk(NodeId node) {
    return "LOAD#" + node;
  }

  static Key load(NodeId node, LocalDate day, ShipmentId shipment) {
    return new Key(loadsPk(node), day + "#" + shipment);
  }

  static String manifestsPk(NodeId node) {
    return "MANIFEST#" + node;
  }

  static Key manifest(ManifestId id) {
    return new Key(manifestsPk(id.node()), id.date() + "#" + bounded(id.carrier()));
  }

  static String transitPk(String carrier) {
    return "TRANSIT#" + bounded(carrier);
  }

  /** How long shipments of a quarter took on a lane. */
  static Key transit(String carrier, String quarter, TransitCount.Lane lane) {
    String where = lane.service() + "#" + lane.zone() + "#" + lane.node() + "#" + lane.handOver();
    return new Key(transitPk(carrier), quarter + "#" + bounded(where));
  }

  /** That a shipment was counted there. */
  static Key transitMark(ShipmentId shipment) {
    return new Key(attemptsPk(shipment), "TRANSIT");
  }

  /** What a carrier said last of that lane. */
  static Key lastQuotes(Lane lane) {
    String where = lane.carrier() + "#" + lane.node() + "#" + lane.destination();
    return new Key("QUOTES#" + bounded(where), bounded(lane.weights()));
  }

  Map<String, AttributeValue> map() {
    return Item.of(this).map();
  }

  /** The same text, or the hash of one that is too long for a key. */
  static String bounded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST) {
      return text;
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
