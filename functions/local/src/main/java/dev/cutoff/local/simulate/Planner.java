package dev.cutoff.local.simulate;

import dev.cutoff.local.simulate.Plan.Call;
import dev.cutoff.local.simulate.Plan.Fault;
import dev.cutoff.local.simulate.Plan.Kind;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes schedules of a handful of calls: small ones find the most, and many fit in a second. */
final class Planner {
  private static final List<NodeId> NODES = List.of(new NodeId("EAST"), new NodeId("WEST"));
  private static final List<Shelf> SHELVES =
      List.of(
          Shelf.of(new Sku("MUG"), NODES.get(0)),
          Shelf.of(new Sku("MUG"), NODES.get(1)),
          Shelf.of(new Sku("TEE"), NODES.get(0)));
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final int TURNS = 48;

  private final SplittableRandom random;
  private final List<Shelf> shelves;
  private final List<Deed.Reserve> orders = new ArrayList<>();
  private final List<List<Call>> clients = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();

  private Planner(long seed) {
    random = new SplittableRandom(seed);
    shelves = SHELVES.subList(0, 1 + random.nextInt(SHELVES.size()));
  }

  static Plan of(long seed) {
    return new Planner(seed).plan();
  }

  private Plan plan() {
    Map<Shelf, Long> opening = new LinkedHashMap<>();
    shelves.forEach(shelf -> opening.put(shelf, random.nextLong(7)));
    long keeps = random.nextInt(4) == 0 ? 1 : 0;
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      clients.add(new ArrayList<>());
    }
    int howMany = 1 + random.nextInt(3);
    for (int i = 1; i <= howMany; i++) {
      Deed.Reserve reserve = reserve(new OrderId("T-" + i));
      orders.add(reserve);
      give(reserve);
    }
    int more = 2 + random.nextInt(5);
    for (int i = 0; i < more; i++) {
      give(next(i));
    }
    List<Integer> turns = new ArrayList<>(TURNS);
    for (int i = 0; i < TURNS; i++) {
      turns.add(random.nextInt(12));
    }
    return new Plan(opening, keeps, clients, turns);
  }

  private void give(Deed deed) {
    deeds.add(deed);
    clients.get(random.nextInt(clients.size())).add(new Call(deed, faults()));
  }

  private List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      int times = kind != Kind.CONFLICT ? 1 : random.nextInt(8) == 0 ? 9 : 1 + random.nextInt(2);
      faults.add(new Fault(random.nextInt(4), kind, times));
    }
    return faults;
  }

  private Deed.Reserve reserve(OrderId order) {
    List<Reservation> wanted = new ArrayList<>();
    int lines = 1 + random.nextInt(2);
    for (int line = 1; line <= lines; line++) {
      Shelf shelf = shelves.get(random.nextInt(shelves.size()));
      long units = 1 + random.nextLong(3);
      wanted.add(
          new Reservation(
              order,
              Integer.toString(line),
              shelf.sku(),
              shelf.node(),
              null,
              units,
              units,
              ShipmentId.of(order, 1),
              Reservation.State.RESERVED));
    }
    return new Deed.Reserve(order, wanted);
  }

  private Deed next(int number) {
    int dice = random.nextInt(100);
    if (dice < 15) {
      return deeds.get(random.nextInt(deeds.size()));
    }
    if (dice < 33) {
      return end(Reservation.State.RELEASED, random.nextBoolean() ? "cancelled" : "not paid");
    }
    if (dice < 45) {
      return end(Reservation.State.PICKED, "picked");
    }
    if (dice < 63) {
      return end(Reservation.State.CONSUMED, "handed over");
    }
    if (dice < 73) {
      NodeId to = NODES.get(random.nextInt(NODES.size()));
      return new Deed.Move(
          orders.get(random.nextInt(orders.size())).order(),
          to,
          random.nextBoolean(),
          2 * (number + 1));
    }
    if (dice < 87) {
      return new Deed.Count(shelf(), random.nextBoolean() ? 0 : random.nextInt(12));
    }
    return dice < 96 ? book(number) : new Deed.Lose(shelf(), 1 + random.nextLong(2));
  }

  private Deed.End end(Reservation.State how, String why) {
    Deed.Reserve order = orders.get(random.nextInt(orders.size()));
    return new Deed.End(order.order(), order.wanted(), how, random.nextBoolean(), why);
  }

  private Deed.Book book(int number) {
    long units = 1 + random.nextLong(3);
    String id = "move " + number;
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Deed.Book(id, shelf(), Movement.Kind.RECEIVED, units, 0);
      case 2 -> new Deed.Book(id, shelf(), Movement.Kind.DAMAGED, 0, units);
      case 3 -> new Deed.Book(id, shelf(), Movement.Kind.CLEARED, 0, -units);
      default -> new Deed.Book(id, shelf(), Movement.Kind.WRITTEN_OFF, -units, -units);
    };
  }

  private Shelf shelf() {
    return shelves.get(random.nextInt(shelves.size()));
  }
}
