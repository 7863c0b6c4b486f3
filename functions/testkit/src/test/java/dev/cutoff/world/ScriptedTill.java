package dev.cutoff.world;

import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.merchant.Carrier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A carrier that does with each purchase what it was told to; it sells what it is asked for. */
final class ScriptedTill implements CarrierProvider {
  private final Deque<Act> acts = new ArrayDeque<>();
  private final List<Sold> books = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private final List<String> voided = new ArrayList<>();
  private int asked;
  private boolean finds = true;
  private boolean voids = true;

  /** What becomes of a purchase. */
  enum Act {
    SELLS,
    LOSES_THE_ANSWER,
    NEVER_HEARS_OF_IT,
    REFUSES,
    HAS_NO_FUNDS,
    PRINTS_RUBBISH
  }

  ScriptedTill next(Act... told) {
    acts.addAll(List.of(told));
    return this;
  }

  void cannotFind() {
    finds = false;
  }

  void voidsNothing() {
    voids = false;
  }

  void voidsAgain() {
    voids = true;
  }

  /** It sells, long after it was asked, under a reference that it was asked for before. */
  void sellsLate(String reference) {
    sell(reference, books.getFirst());
  }

  List<String> soldUnder() {
    return List.copyOf(references);
  }

  /** How often it was asked to sell. */
  int asked() {
    return asked;
  }

  /** Paid and not given back. */
  List<String> paid() {
    return books.stream().map(Sold::labelId).filter(id -> !voided.contains(id)).toList();
  }

  @Override
  public String name() {
    return "faulty";
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    return new RateAnswer.Rates(
        List.of(ScriptedCarriers.quote(carrier.id(), "ground", 900, request, 2)));
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    asked++;
    Act act = acts.isEmpty() ? Act.SELLS : acts.removeFirst();
    return switch (act) {
      case SELLS -> bought(sell(request));
      case LOSES_THE_ANSWER -> {
        sell(request);
        throw NoAnswer.unreachable();
      }
      case NEVER_HEARS_OF_IT -> throw NoAnswer.unreachable();
      case REFUSES -> new LabelAnswer.Refused("not today");
      case HAS_NO_FUNDS -> new LabelAnswer.NoFunds("0.00 left");
      case PRINTS_RUBBISH -> {
        Sold sold = sell(request);
        yield new LabelAnswer.Unprintable(
            sold.labelId(), sold.trackingNumber(), sold.cost(), "it is a web page");
      }
    };
  }

  private Sold sell(LabelRequest request) {
    String id = "L" + (books.size() + 1);
    return sell(request.reference(), new Sold(id, "TRK" + id, request.quoted()));
  }

  private Sold sell(String reference, Sold like) {
    String id = "L" + (books.size() + 1);
    Sold sold = new Sold(id, "TRK" + id, like.cost());
    books.add(sold);
    references.add(reference);
    return sold;
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    if (!finds) {
      return new FindAnswer.CannotTell();
    }
    return sold(carrier, request).stream()
        .findFirst()
        .<FindAnswer>map(sold -> new FindAnswer.Found(bought(sold)))
        .orElseGet(FindAnswer.NotBought::new);
  }

  @Override
  public List<Sold> sold(Carrier carrier, LabelRequest request) {
    List<Sold> found = new ArrayList<>();
    for (int i = 0; i < books.size(); i++) {
      if (references.get(i).equals(request.reference())
          && !voided.contains(books.get(i).labelId())) {
        found.add(books.get(i));
      }
    }
    return found;
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    if (!voids) {
      return new VoidAnswer.Refused("manifested already");
    }
    voided.add(labelId);
    return new VoidAnswer.Voided();
  }

  private static LabelAnswer.Bought bought(Sold sold) {
    return new LabelAnswer.Bought(
        sold.labelId(),
        sold.trackingNumber(),
        sold.cost(),
        new LabelFiles(new byte[] {1}, "^XA" + sold.labelId() + "^XZ"));
  }
}
