package dev.cutoff.world;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.carrier.application.PickupAnswer;
import dev.cutoff.carrier.application.PickupRequest;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Carriers that remember what they sold. Asked twice to buy under one reference they sell twice:
 * who does not look before is found out.
 */
public final class ScriptedCarriers implements CarrierProvider {
  private final Map<String, Sold> sold = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Map<String, BiFunction<Carrier, RateRequest, RateAnswer>> rates =
      new LinkedHashMap<>();
  private Function<LabelRequest, String> refusal = request -> "";
  private Function<LabelRequest, Money> price = LabelRequest::quoted;
  private Predicate<String> voidRefused = labelId -> false;
  private Function<LabelRequest, FindAnswer> notFound = request -> new FindAnswer.NotBought();
  private Function<Address, AddressAnswer> addresses = address -> new AddressAnswer.Good();
  private final List<Address> verified = new ArrayList<>();
  private Function<ManifestRequest, ManifestAnswer> manifest =
      request -> new ManifestAnswer.NotWanted();
  private final List<String> manifested = new ArrayList<>();
  private Function<PickupRequest, PickupAnswer> pickup = request -> new PickupAnswer.NotBookable();
  private final List<String> pickups = new ArrayList<>();
  private Function<String, TrackAnswer> tracks = number -> new TrackAnswer.Unknown("not yet");
  private final List<String> askedTracks = new ArrayList<>();
  private boolean findsNothing;
  private boolean live = true;

  /** A label that was paid for. */
  public record Sold(String labelId, LabelRequest request, Money cost, boolean voided) {}

  @Override
  public String name() {
    return "ratecard";
  }

  @Override
  public boolean isLive() {
    return live;
  }

  /** Their rate cards are their word. */
  public void byCard() {
    live = false;
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    BiFunction<Carrier, RateRequest, RateAnswer> script = rates.get(carrier.id());
    if (script != null) {
      return script.apply(carrier, request);
    }
    long cents = carrier.id().equals("swift") ? 900 : 990;
    return new RateAnswer.Rates(
        List.of(
            quote(carrier.id(), "ground", cents, request, 2),
            quote(carrier.id(), "air", cents * 3, request, 1)));
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    asked.add(request.reference());
    String why = refusal.apply(request);
    if (!why.isEmpty()) {
      return new LabelAnswer.Refused(why);
    }
    if (price.apply(request).compareTo(request.quoted()) > 0) {
      return new LabelAnswer.PriceChanged(price.apply(request));
    }
    String labelId = "L" + (sold.size() + 1);
    sold.put(labelId, new Sold(labelId, request, request.quoted(), false));
    return bought(labelId, request);
  }

  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    if (findsNothing) {
      return notFound.apply(request);
    }
    return sold.values().stream()
        .filter(each -> each.request().reference().equals(request.reference()))
        .findFirst()
        .<FindAnswer>map(each -> new FindAnswer.Found(bought(each.labelId(), each.request())))
        .orElseGet(() -> notFound.apply(request));
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    Sold known = sold.get(labelId);
    if (known != null && known.voided()) {
      return new VoidAnswer.Voided();
    }
    if (voidRefused.test(labelId)) {
      return new VoidAnswer.Refused("manifested already");
    }
    sold.computeIfPresent(labelId, (id, each) -> new Sold(id, each.request(), each.cost(), true));
    return new VoidAnswer.Voided();
  }

  @Override
  public Set<Capability> can() {
    return Set.of(Capability.VERIFY_ADDRESS, Capability.TRACK);
  }

  @Override
  public TrackAnswer track(Carrier carrier, String trackingNumber) {
    askedTracks.add(trackingNumber);
    return tracks.apply(trackingNumber);
  }

  /** What they say where a parcel is; nothing, at first. */
  public void tracks(Function<String, TrackAnswer> how) {
    tracks = how;
  }

  /** Tracking numbers they were asked for, in order. */
  public List<String> askedTracks() {
    return List.copyOf(askedTracks);
  }

  @Override
  public AddressAnswer verify(Carrier carrier, Address address) {
    verified.add(address);
    return addresses.apply(address);
  }

  /** What they say of addresses; good, at first. */
  public void addresses(Function<Address, AddressAnswer> how) {
    addresses = how;
  }

  /** Addresses they were asked about, in order. */
  public List<Address> verified() {
    return List.copyOf(verified);
  }

  @Override
  public ManifestAnswer manifest(Carrier carrier, ManifestRequest request) {
    manifested.add(request.reference());
    return manifest.apply(request);
  }

  @Override
  public PickupAnswer bookPickup(Carrier carrier, PickupRequest request) {
    pickups.add(request.reference());
    return pickup.apply(request);
  }

  /** What closing the day is answered with; not wanted, at first. */
  public void closeDay(Function<ManifestRequest, ManifestAnswer> how) {
    manifest = how;
  }

  /** What booking a courier is answered with; not bookable, at first. */
  public void come(Function<PickupRequest, PickupAnswer> how) {
    pickup = how;
  }

  /** References of the days it was asked to close, in order. */
  public List<String> manifested() {
    return List.copyOf(manifested);
  }

  /** References of the pickups it was asked for, in order. */
  public List<String> pickups() {
    return List.copyOf(pickups);
  }

  /** One price for all parcels, split evenly. */
  public static Quote quote(
      String carrier, String service, long cents, RateRequest request, int days) {
    int parcels = request.parcels().size();
    LocalDate day = request.shipDate();
    return new Quote(
        carrier,
        service,
        service,
        Collections.nCopies(parcels, Money.of(cents, "USD")),
        Money.of(cents * parcels, "USD"),
        List.of(),
        day,
        day.plusDays(days),
        0.97);
  }

  public ScriptedCarriers rates(String carrier, BiFunction<Carrier, RateRequest, RateAnswer> how) {
    rates.put(carrier, how);
    return this;
  }

  /** Empty: sold. Else why not. */
  public void refuse(Function<LabelRequest, String> how) {
    refusal = how;
  }

  /** What a label costs when it is bought; what was quoted, at first. */
  public void sellFor(Function<LabelRequest, Money> how) {
    price = how;
  }

  public void refuseVoid(Predicate<String> which) {
    voidRefused = which;
  }

  /** What {@link #find} answers of references it does not know; not bought, at first. */
  public void notFound(Function<LabelRequest, FindAnswer> answer) {
    notFound = answer;
  }

  /** From now on no reference is ever found. */
  public void findNothing(FindAnswer answer) {
    findsNothing = true;
    notFound = request -> answer;
  }

  public List<Sold> sold() {
    return List.copyOf(sold.values());
  }

  /** References it was asked to sell under, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** "Not before that time." */
  public static FindAnswer notYet(String until) {
    return new FindAnswer.NotYetKnown(Instant.parse(until));
  }

  private static LabelAnswer.Bought bought(String labelId, LabelRequest request) {
    String tracking = "TRK" + labelId;
    return new LabelAnswer.Bought(
        labelId,
        tracking,
        request.quoted(),
        new LabelFiles(new byte[] {1}, "^XA" + labelId + "^XZ"));
  }
}
