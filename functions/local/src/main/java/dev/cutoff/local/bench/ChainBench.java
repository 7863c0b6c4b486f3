package dev.cutoff.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.meter.Bill;
import dev.cutoff.local.meter.BillTable;
import dev.cutoff.local.meter.Measured;
import dev.cutoff.local.meter.OneOrder;
import dev.cutoff.local.meter.Prices;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders per second from webhook to label through the embedded run, in memory and on disk, and how
 * fast a webhook is answered meanwhile. Both modes in one process, in turn, several runs each.
 */
final class ChainBench {
  private static final int RUNS = 3;
  private static final int ORDERS = Integer.getInteger("bench.orders", 500);
  private static final int WARM_UP = 20;
  private static final int WARM = Integer.getInteger("bench.warm", 1500);
  private static final boolean DISK = !Boolean.getBoolean("bench.memory");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ChainBench() {}

  static int run(Path root, @Nullable Path json, PrintStream out)
      throws IOException, InterruptedException {
    out.printf(
        "%d runs of %d orders each, one line, one parcel; %d processors, Java %s, %s%n",
        RUNS,
        ORDERS,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    try (BenchShop warmUp = BenchShop.open(root, null)) {
      warmUp.run(WARM);
    }
    double memory = 0;
    double disk = 0;
    double worstAck = 0;
    for (int run = 1; run <= RUNS; run++) {
      BenchShop.Figures inMemory = once(root, null);
      Path folder = Files.createTempDirectory("cutoff-bench");
      BenchShop.Figures onDisk;
      try {
        onDisk = DISK ? once(root, folder) : inMemory;
      } finally {
        delete(folder);
      }
      out.printf(
          "run %d: in memory %.1f orders/s, %.1f ms CPU an order, on disk %.1f orders/s, %.1f ms CPU an order; the webhook's answer: p50 %.0f ms, p99 %.0f ms in memory, p99 %.0f ms on disk%n",
          run,
          inMemory.ordersPerSecond(),
          inMemory.cpuMsPerOrder(),
          onDisk.ordersPerSecond(),
          onDisk.cpuMsPerOrder(),
          inMemory.ackP50Ms(),
          inMemory.ackP99Ms(),
          onDisk.ackP99Ms());
      memory += inMemory.ordersPerSecond() / RUNS;
      disk += onDisk.ordersPerSecond() / RUNS;
      worstAck = Math.max(worstAck, inMemory.ackP99Ms());
    }
    out.printf(
        "mean: in memory %.1f orders/s, on disk %.1f orders/s; worst p99 of the answer %.0f ms%n",
        memory, disk, worstAck);
    Prices prices = Prices.read(root);
    Measured measured = OneOrder.measure(root, WARM_UP);
    Bill bill = Bill.of(measured, prices);
    BillTable.print(measured, bill, prices, out);
    if (json != null) {
      write(json, BillTable.figures(measured, bill), memory, disk, worstAck);
    }
    return 0;
  }

  private static BenchShop.Figures once(Path root, @Nullable Path folder)
      throws IOException, InterruptedException {
    try (BenchShop shop = BenchShop.open(root, folder)) {
      return shop.run(ORDERS);
    }
  }

  private static void write(
      Path json, Map<String, Double> bill, double memory, double disk, double ack)
      throws IOException {
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "chain");
    all.put("ok", true);
    ObjectNode figures = all.putObject("figures");
    bill.forEach(figures::put);
    figures.put("ordersPerSecond", memory).put("ordersPerSecondDurable", disk).put("ackP99Ms", ack);
    all.putArray("rows");
    Files.write(json, JSON.writeValueAsBytes(all));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
