package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.CHICAGO;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.SHIP_DATE;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.ground;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.parcel;

import dev.cutoff.adapter.carrier.contract.ProviderContract;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class RateCardContractTest extends ProviderContract {
  private static final OrderId ORDER = new OrderId("DTC-90412");

  private final Press press = new Press();
  private final RateCardProvider provider = new RateCardProvider(new RateCards.SmallMap(), press);

  @Override
  protected CarrierProvider provider() {
    return provider;
  }

  @Override
  protected Carrier carrier() {
    return RateCards.carrier(ground(card()));
  }

  @Override
  protected RateRequest rateRequest() {
    return new RateRequest(node(), CHICAGO, List.of(parcel(900)), SHIP_DATE);
  }

  @Override
  protected LabelRequest labelRequest(String reference) {
    return new LabelRequest(
        reference,
        ORDER,
        ShipmentId.of(ORDER, 1),
        node(),
        CHICAGO,
        parcel(900),
        1,
        1,
        "ground",
        SHIP_DATE,
        Money.of(900, "USD"),
        false);
  }

  /** It is billed by what was handed over: each number once. */
  @Override
  protected long bought() {
    return press.numbers.size();
  }

  private static final class Press implements ShippingDocuments {
    private final Set<String> numbers = new HashSet<>();

    @Override
    public LabelFiles label(LabelContent content) {
      numbers.add(content.trackingNumber());
      return new LabelFiles(
          ("%PDF-1.4 " + content).getBytes(StandardCharsets.UTF_8), "^XA" + content + "^XZ");
    }

    @Override
    public byte[] packingSlip(SlipContent content) {
      throw new UnsupportedOperationException("no slip is printed here");
    }
  }
}
