package dev.cutoff.local.simulate;

import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One schedule: what lies on the shelves, what each client does, what goes wrong, and whose turn it
 * is.
 *
 * @param opening units by shelf
 * @param keeps safety stock of every shelf
 * @param clients what each does, one thing after another
 * @param turns who goes on at each request, as {@link Turns} reads it
 */
record Plan(Map<Shelf, Long> opening, long keeps, List<List<Call>> clients, List<Integer> turns) {

  SafetyStock safety() {
    return (sku, node) -> keeps;
  }

  /**
   * A deed in the hands of a client.
   *
   * @param deed the same object in the hands of two clients is one deed, delivered twice
   */
  record Call(Deed deed, List<Fault> faults) {
    public Call {
      faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
      return deed + (faults.isEmpty() ? "" : " " + faults);
    }
  }

  /**
   * Something that goes wrong.
   *
   * @param request at which of the call's requests, from 0
   * @param times at so many of them, one after another
   */
  record Fault(int request, Kind kind, int times) {
    boolean hits(int number) {
      return number >= request && number < request + times;
    }

    @Override
    public String toString() {
      return kind.words + " at request " + request + (times == 1 ? "" : ", " + times + " times");
    }
  }

  /** What goes wrong. */
  enum Kind {
    DIES_BEFORE("dies before"),
    DIES_AFTER("dies after"),
    ANSWER_LOST("answer lost"),
    CONFLICT("conflict");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  int calls() {
    return clients.stream().mapToInt(List::size).sum();
  }

  Plan withClients(List<List<Call>> others) {
    return new Plan(opening, keeps, others, turns);
  }

  Plan withTurns(List<Integer> others) {
    return new Plan(opening, keeps, clients, others);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("on the shelves: " + opening + (keeps == 0 ? "" : ", kept back: " + keeps));
    for (int client = 0; client < clients.size(); client++) {
      for (Call call : clients.get(client)) {
        lines.add("client " + client + ": " + call);
      }
    }
    return lines;
  }
}
