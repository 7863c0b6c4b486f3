package dev.cutoff.adapter.carrier.contract;

import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.PickupRequest;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.merchant.Carrier;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All that a provider can be asked, all at once: hanging for each takes as long as for one. */
final class Asking {
  private Asking() {}

  /**
   * How one question ended.
   *
   * @param answer an answer of the port, or what was thrown
   */
  record Ended(String question, Object answer) {
    /** Its words and those of all that caused it. */
    String text() {
      if (!(answer instanceof Throwable thrown)) {
        return answer.toString();
      }
      StringBuilder all = new StringBuilder();
      for (Throwable each = thrown; each != null; each = each.getCause()) {
        all.append(each).append('\n');
      }
      return all.toString();
    }
  }

  static List<Ended> everything(
      CarrierProvider provider, Carrier carrier, RateRequest rates, LabelRequest label) {
    LabelAnswer.Bought none =
        new LabelAnswer.Bought(
            "label-1", "TRACK1", label.quoted(), new LabelFiles(new byte[0], ""));
    Map<String, Callable<Object>> questions = new LinkedHashMap<>();
    questions.put("rates", () -> provider.rates(carrier, rates));
    questions.put("buy", () -> provider.buy(carrier, label));
    questions.put("find", () -> provider.find(carrier, label));
    questions.put("void", () -> provider.voidLabel(carrier, none.labelId()));
    questions.put("verify", () -> provider.verify(carrier, rates.to()));
    questions.put("track", () -> provider.track(carrier, none.trackingNumber()));
    questions.put("manifest", () -> provider.manifest(carrier, manifest(label, none)));
    questions.put("pickup", () -> provider.bookPickup(carrier, pickup(label)));
    questions.put("balance", () -> provider.balance(carrier));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Object>> asked = new LinkedHashMap<>();
      questions.forEach((name, question) -> asked.put(name, threads.submit(question)));
      List<Ended> ended = new ArrayList<>();
      asked.forEach((name, future) -> ended.add(new Ended(name, end(future))));
      return ended;
    }
  }

  static Ended one(String name, Callable<Object> question) {
    try {
      return new Ended(name, question.call());
    } catch (NoAnswer none) {
      return new Ended(name, none);
    } catch (Exception bug) {
      throw new AssertionError(name + " ended in what is neither an answer nor none", bug);
    }
  }

  static ManifestRequest manifest(LabelRequest label, LabelAnswer.Bought bought) {
    return new ManifestRequest(
        label.reference() + "-manifest",
        label.from(),
        label.shipDate(),
        List.of(
            new ManifestRequest.Labelled(
                bought.labelId(), bought.trackingNumber(), label.parcel().grams())));
  }

  static PickupRequest pickup(LabelRequest label) {
    return new PickupRequest(
        label.reference() + "-pickup",
        label.from(),
        label.shipDate().atTime(LocalTime.of(14, 0)).atZone(label.from().zone()).toInstant(),
        label.shipDate().atTime(LocalTime.of(17, 0)).atZone(label.from().zone()).toInstant(),
        1,
        label.parcel().grams());
  }

  private static Object end(Future<Object> future) {
    try {
      return future.get();
    } catch (ExecutionException thrown) {
      return Objects.requireNonNull(thrown.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
