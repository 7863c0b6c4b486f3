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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Orders per second from webhook to label through the embedded run, in memory and on disk, and how
 * fast a webhook is answered meanwhile. Both modes in one process, in turn, several runs each.
 */
final class ChainBench {
  private static final int RUNS = 3;
  private static final int ORDERS = 500;

  /** Until the compiler has seen it all: before that an order takes five times the processor. */
  private static final int WARM_UP = 3000;

  private static final int BILL_WARM_UP = 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ChainBench() {}

  static int run(Path root, @Nullable Path json, PrintStream out)
      throws IOException, InterruptedException {
    out.printf(
        "%d runs of %d orders each, one line, one parcel, after %d to warm up; %d processors, Java %s, %s%n",
        RUNS,
        ORDERS,
        WARM_UP,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    out.printf("warm-up: %s%n", once(root, false, WARM_UP));
    once(root, true, 2 * ORDERS);
    List<BenchShop.Figures> memory = new ArrayList<>();
    List<BenchShop.Figures> disk = new ArrayList<>();
    for (int run = 1; run <= RUNS; run++) {
      memory.add(once(root, false, ORDERS));
      out.printf("run %d in memory: %s%n", run, memory.getLast());
      disk.add(once(root, true, ORDERS));
      out.printf("run %d on disk:   %s%n", run, disk.getLast());
    }
    double inMemory = mean(memory, BenchShop.Figures::ordersPerSecond);
    double onDisk = mean(disk, BenchShop.Figures::ordersPerSecond);
    double ack = worst(memory);
    out.printf(
        "mean: in memory %.1f orders/s at %.1f ms of processor time an order, on disk %.1f at %.1f; worst p99 of the answer %.0f ms in memory, %.0f ms on disk%n",
        inMemory,
        mean(memory, BenchShop.Figures::cpuMsPerOrder),
        onDisk,
        mean(disk, BenchShop.Figures::cpuMsPerOrder),
        ack,
        worst(disk));
    Prices prices = Prices.read(root);
    Measured measured = OneOrder.measure(root, BILL_WARM_UP);
    Bill bill = Bill.of(measured, prices);
    BillTable.print(measured, bill, prices, out);
    if (json != null) {
      write(json, BillTable.figures(measured, bill), inMemory, onDisk, ack);
    }
    return 0;
  }

  private static BenchShop.Figures once(Path root, boolean onDisk, int orders)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cutoff-bench");
    try (BenchShop shop = BenchShop.open(root, folder, onDisk)) {
      return shop.run(orders);
    } finally {
      Scratch.delete(folder);
    }
  }

  private static double mean(
      List<BenchShop.Figures> runs, ToDoubleFunction<BenchShop.Figures> figure) {
    return runs.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static double worst(List<BenchShop.Figures> runs) {
    return runs.stream().mapToDouble(BenchShop.Figures::ackP99Ms).max().orElseThrow();
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
}
