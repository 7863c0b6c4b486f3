package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.acceptance.ManyOrders.Sent;
import dev.cutoff.local.shop.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails in a shop's folder, each a notice of its own, by the order they are about. */
final class Mailed {
  private static final Pattern NAME =
      Pattern.compile(
          "([A-Z]+-[0-9]+)-.*-(shipped|out_for_delivery|delivered|returned)-email-[0-9a-f]{8}[.]eml");

  private final Map<String, List<Mail>> byOrder = new HashMap<>();

  private record Mail(String what, String name, String text) {}

  /** When a parcel moved so far that its customer is told; empty where that is never told. */
  private record Round(Optional<Integer> told, boolean certain) {
    static Round of(Optional<Integer> told) {
      return new Round(told, told.isPresent());
    }
  }

  private Mailed() {}

  static Mailed of(Path home) {
    Mailed mailed = new Mailed();
    try (Stream<Path> files = Files.list(new Folders(home).mails())) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        assertThat(name.matches()).as("no such news: " + file.getFileName()).isTrue();
        // Long lines of quoted-printable text are folded.
        String text = Files.readString(file).replace("=\r\n", "");
        mailed
            .byOrder
            .computeIfAbsent(name.group(1), any -> new ArrayList<>())
            .add(new Mail(name.group(2), name.group(), text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mailed;
  }

  /**
   * Of each parcel its customer was told what became true of it, once; of parcels that moved at
   * once in one notice that names them all, of others in others.
   */
  void assertEachToldOnce(String orderId, List<Sent> parcels) {
    List<Mail> mails = byOrder.getOrDefault(orderId, List.of());
    assertToldOnce(
        mails, "shipped", parcels, parcel -> Round.of(shipped(parcel.shipmentId(), parcels)), true);
    assertToldOnce(mails, "out_for_delivery", parcels, Mailed::outForDelivery, true);
    assertToldOnce(
        mails, "delivered", parcels, parcel -> Round.of(told(parcel, "delivered")), true);
    assertToldOnce(mails, "returned", parcels, parcel -> Round.of(told(parcel, "returned")), false);
  }

  private static void assertToldOnce(
      List<Mail> mails,
      String what,
      List<Sent> parcels,
      Function<Sent, Round> rounds,
      boolean together) {
    Map<String, List<String>> certain = new HashMap<>();
    for (Sent parcel : parcels) {
      Round round = rounds.apply(parcel);
      List<String> naming =
          mails.stream()
              .filter(mail -> mail.what().equals(what) && mail.text().contains(parcel.number()))
              .map(Mail::name)
              .toList();
      int least = round.certain() ? 1 : 0;
      int most = round.told().isPresent() ? 1 : 0;
      assertThat(naming).as("%s of %s", what, parcel).hasSizeBetween(least, most);
      if (round.certain()) {
        String key = together ? "in round " + round.told().get() : parcel.number();
        certain.computeIfAbsent(key, any -> new ArrayList<>()).addAll(naming);
      }
    }
    List<String> notices =
        certain.values().stream().flatMap(names -> names.stream().distinct()).toList();
    assertThat(notices)
        .as("one %s of all that moved at once: %s", what, parcels)
        .hasSameSizeAs(certain.keySet())
        .doesNotHaveDuplicates();
  }

  /** A shipment has left with the first of its parcels that anybody saw. */
  private static Optional<Integer> shipped(String shipmentId, List<Sent> parcels) {
    return parcels.stream()
        .filter(each -> each.shipmentId().equals(shipmentId))
        .flatMap(each ->
            each
                .story()
                .told(status -> !status.equals("damaged") && !status.equals("delivery_attempted"))
                .stream())
        .min(Integer::compare);
  }

  /** What is over by the time that it is heard of is no news; in the same round it may be. */
  private static Round outForDelivery(Sent parcel) {
    Optional<Integer> out = told(parcel, "out_for_delivery");
    int over =
        parcel
            .story()
            .told(status -> status.equals("delivered") || status.equals("returned"))
            .orElse(Integer.MAX_VALUE);
    return new Round(
        out.filter(round -> round <= over), out.filter(round -> round < over).isPresent());
  }

  private static Optional<Integer> told(Sent parcel, String what) {
    return parcel.story().told(what::equals);
  }
}
