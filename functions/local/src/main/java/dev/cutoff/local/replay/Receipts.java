package dev.cutoff.local.replay;

import dev.cutoff.adapter.json.Codec;
import dev.cutoff.adapter.json.Unreadable;
import dev.cutoff.local.Options;
import dev.cutoff.plan.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The receipts in a folder: that of {@code up}, or what was copied out of the bucket.
 *
 * @param decisions the last of each line of each order, the oldest first
 * @param unreadable files that are no receipt of this version
 */
record Receipts(List<Decision> decisions, List<Path> unreadable) {
  /**
   * What is kept of a receipt; its candidates are not.
   *
   * @param receipt without its candidates
   * @param cost of what was chosen, in minor units
   */
  record Decision(Receipt receipt, long cost) {
    String order() {
      return receipt.orderId().value();
    }
  }

  /** Reads them; a folder without any is told. */
  static Receipts in(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new Options.Wrong(
          "there is no "
              + path
              + "; say --orders DIR: the data folder of up, or the bucket's copy");
    }
    List<Path> files = files(path);
    if (files.isEmpty()) {
      throw new Options.Wrong(
          "there is no receipt in "
              + path
              + ": say the data folder of up, or a folder named receipts with the bucket's copies");
    }
    Codec codec = new Codec();
    Map<String, Decision> last = new HashMap<>();
    List<Path> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        add(last, codec.read(Files.readAllBytes(file), Receipt.class));
      } catch (Unreadable old) {
        unreadable.add(file);
      }
    }
    List<Decision> decisions =
        last.values().stream()
            .distinct()
            .sorted(
                Comparator.comparing((Decision each) -> each.receipt().decidedAt())
                    .thenComparing(Decision::order))
            .toList();
    return new Receipts(decisions, unreadable);
  }

  private static List<Path> files(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(file -> file.toString().endsWith(".json"))
          .filter(file -> isReceipt(file.toAbsolutePath().normalize()))
          .sorted()
          .toList();
    }
  }

  /** Beside the documents a folder keeps what type they are, under the same names. */
  private static boolean isReceipt(Path file) {
    Path folder = file.getParent();
    return folder != null
        && folder.endsWith("receipts")
        && !file.toString().contains("/.content-types/");
  }

  /** An order that was planned again counts as it was decided last. */
  private static void add(Map<String, Decision> last, Receipt full) {
    Decision decision = new Decision(light(full), cost(full));
    for (Receipt.Line line : full.inputs().lines()) {
      last.merge(
          full.orderId().value() + "#" + line.lineId(),
          decision,
          (one, other) ->
              one.receipt().decidedAt().isAfter(other.receipt().decidedAt()) ? one : other);
    }
  }

  /** The candidates of thousands of orders would fill the memory. */
  private static Receipt light(Receipt full) {
    return new Receipt(
        full.orderId(),
        full.decidedAt(),
        full.merchantVersion(),
        full.promise(),
        full.legs(),
        List.of(),
        List.of(),
        List.of(),
        0,
        full.inputs());
  }

  private static long cost(Receipt receipt) {
    return receipt.legs().stream().mapToLong(leg -> leg.cost().amount()).sum();
  }
}
