package dev.cutoff.world;

import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A carrier at its worst, with a ledger of its own: it loses answers before and after it sold,
 * sells long after it was asked, sells twice what it is asked for twice, refuses, runs out of
 * funds, prints rubbish, answers rubbish, refuses to void for a while and some labels for ever.
 */
final class FaultyCarrier implements CarrierProvider {
  static final Duration SETTLE = Duration.ofMinutes(15);

  private final RandomGenerator random;
  private final Map<String, Entry> ledger = new LinkedHashMap<>();
  private InstantSource clock = InstantSource.system();
  private boolean wild = true;
  private int asked;

  /**
   * A label in the carrier's books.
   *
   * @param since when it was sold, which may be long after it was asked for
   * @param forEver it will not be voided
   */
  record Entry(
      String labelId,
      String reference,
      Money charged,
      Instant since,
      boolean printable,
      boolean forEver,
      boolean voided) {}

  FaultyCarrier(RandomGenerator random) {
    this.random = random;
  }

  void tells(InstantSource time) {
    clock = time;
  }

  void calm() {
    wild = false;
  }

  /** What was sold by now. */
  List<Entry> ledger() {
    return ledger.values().stream().filter(this::isSold).toList();
  }

  /** How often it was asked to sell. */
  int asked() {
    return asked;
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    return new RateAnswer.Rates(
        List.of(
            ScriptedCarriers.quote(carrier.id(), "ground", 900, request, 2),
            ScriptedCarriers.quote(carrier.id(), "air", 2_700, request, 1)));
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    asked++;
    int dice = wild ? random.nextInt(100) : 99;
    if (dice < 8) {
      throw NoAnswer.unreachable();
    }
    if (dice < 16) {
      sell(request, clock.instant(), true);
      throw random.nextBoolean() ? NoAnswer.status(500) : NoAnswer.garbled();
    }
    if (dice < 20) {
      sell(request, clock.instant().plusSeconds(random.nextInt(600)), true);
      throw NoAnswer.unreachable();
    }
    if (dice < 23) {
      Duration late = SETTLE.plusMinutes(1 + random.nextInt(3_000));
      sell(request, clock.instant().plus(late), true);
      throw NoAnswer.unreachable();
    }
    if (dice < 26) {
      return new LabelAnswer.Refused("not today");
    }
    if (dice < 28) {
      return new LabelAnswer.NoFunds("0.00 left");
    }
    if (dice < 30) {
      Entry sold = sell(request, clock.instant(), false);
      return new LabelAnswer.Unprintable(
          sold.labelId(), "TRK" + sold.labelId(), sold.charged(), "it is a web page");
    }
    if (dice < 31) {
      sell(request, clock.instant(), true);
      throw new IllegalArgumentException("what is this?");
    }
    return bought(sell(request, clock.instant(), true));
  }

  private Entry sell(LabelRequest request, Instant since, boolean printable) {
    String id = "L" + (ledger.size() + 1);
    Entry entry =
        new Entry(
            id,
            request.reference(),
            request.quoted(),
            since,
            printable,
            random.nextInt(50) == 0,
            false);
    ledger.put(id, entry);
    return entry;
  }

  private boolean isSold(Entry entry) {
    return !entry.since().isAfter(clock.instant());
  }

  /** It knows nothing of what it has yet to sell, and says so as if it were sure. */
  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    if (wild && random.nextInt(10) == 0) {
      throw NoAnswer.unreachable();
    }
    return under(request.reference()).stream()
        .findFirst()
        .<FindAnswer>map(entry ->
            entry.printable()
                ? new FindAnswer.Found(bought(entry))
                : new FindAnswer.FoundUnprintable(
                    new LabelAnswer.Unprintable(
                        entry.labelId(),
                        "TRK" + entry.labelId(),
                        entry.charged(),
                        "it is a web page")))
        .orElseGet(FindAnswer.NotBought::new);
  }

  @Override
  public List<Sold> sold(Carrier carrier, LabelRequest request) {
    return under(request.reference()).stream()
        .map(entry -> new Sold(entry.labelId(), "TRK" + entry.labelId(), entry.charged()))
        .toList();
  }

  private List<Entry> under(String reference) {
    List<Entry> found = new ArrayList<>(ledger());
    found.removeIf(each -> each.voided() || !each.reference().equals(reference));
    return found;
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    Entry entry = ledger.get(labelId);
    if (entry == null || entry.forEver()) {
      return new VoidAnswer.Refused("manifested already");
    }
    int dice = wild ? random.nextInt(10) : 9;
    if (dice == 0) {
      throw NoAnswer.unreachable();
    }
    if (dice == 1) {
      return new VoidAnswer.Refused("not now");
    }
    ledger.put(
        labelId,
        new Entry(
            labelId,
            entry.reference(),
            entry.charged(),
            entry.since(),
            entry.printable(),
            false,
            true));
    if (dice == 2) {
      throw NoAnswer.status(502);
    }
    return new VoidAnswer.Voided();
  }

  private static LabelAnswer.Bought bought(Entry entry) {
    return new LabelAnswer.Bought(
        entry.labelId(),
        "TRK" + entry.labelId(),
        entry.charged(),
        new LabelFiles(new byte[] {1}, "^XA" + entry.labelId() + "^XZ"));
  }
}
