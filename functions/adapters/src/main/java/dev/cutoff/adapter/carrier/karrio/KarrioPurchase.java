package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.ServiceLimits;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Buys a label of Karrio, which itself buys as often as it is asked. So every reference has one
 * shipment: it is looked for first, a draft of it is taken up again, and Karrio refuses to buy a
 * shipment that it has bought. Two that ask at the same moment still buy twice: who asks sees to it
 * that a reference is asked for once at a time.
 */
final class KarrioPurchase {
  private static final Comparator<KarrioShipment> FIRST_MADE =
      Comparator.comparing(KarrioShipment::createdAt).thenComparing(KarrioShipment::id);

  private static final Pattern NO_FUNDS =
      Pattern.compile(
          "(?i)insufficient.{0,20}(fund|balance|postage|credit)|(not"
              + " enough|low).{0,20}(fund|balance|postage)");

  private final KarrioApi api;
  private final Carrier carrier;
  private final LabelForms forms;

  KarrioPurchase(KarrioApi api, Carrier carrier, LabelForms forms) {
    this.api = api;
    this.carrier = carrier;
    this.forms = forms;
  }

  LabelAnswer buy(LabelRequest request) {
    List<KarrioShipment> before = api.shipments(request.reference());
    Optional<KarrioShipment> bought = bought(before);
    if (bought.isPresent()) {
      return withItsLabel(request, bought.get());
    }
    String content = KarrioQuestions.content(api.account(), request);
    Optional<KarrioShipment> left =
        before.stream()
            .filter(KarrioShipment::isDraft)
            .filter(each -> each.isOf(content))
            .min(FIRST_MADE);
    KarrioApi.Said draft =
        left.isPresent()
            ? api.post(
                KarrioApi.shipmentPath(left.get().id(), "rates"),
                KarrioQuestions.again(api.account()))
            : api.post("/v1/shipments", KarrioQuestions.draft(api.account(), request));
    return switch (draft) {
      case KarrioApi.Said.Yes(JsonNode body) -> purchase(request, new KarrioShipment(body));
      case KarrioApi.Said.No no -> refused(no.words());
    };
  }

  /** Sold under the reference and not cancelled; the first where there is more than one. */
  Optional<KarrioShipment> bought(List<KarrioShipment> shipments) {
    return shipments.stream().filter(KarrioShipment::isBought).min(FIRST_MADE);
  }

  FindAnswer found(LabelRequest request, KarrioShipment shipment) {
    return switch (withItsLabel(request, shipment)) {
      case LabelAnswer.Bought label -> new FindAnswer.Found(label);
      case LabelAnswer.Unprintable label -> new FindAnswer.FoundUnprintable(label);
      case LabelAnswer.Refused no -> throw NoAnswer.garbled();
      case LabelAnswer.NoFunds no -> throw NoAnswer.garbled();
      case LabelAnswer.PriceChanged no -> throw NoAnswer.garbled();
    };
  }

  private LabelAnswer purchase(LabelRequest request, KarrioShipment draft) {
    if (draft.id().isEmpty() || !draft.isDraft() || !draft.json().path("rates").isArray()) {
      throw NoAnswer.garbled();
    }
    Optional<JsonNode> rate = KarrioRating.rate(draft.json().path("rates"), api, request.service());
    if (rate.isEmpty()) {
      return refused(noPrice(request, draft));
    }
    Optional<Money> price = KarrioShipment.price(rate.get());
    String rateId = rate.get().path("id").asText("");
    if (price.isEmpty() || rateId.isEmpty()) {
      throw NoAnswer.garbled();
    }
    Money quoted = request.quoted();
    if (!price.get().currency().equals(quoted.currency()) || price.get().compareTo(quoted) > 0) {
      return new LabelAnswer.PriceChanged(price.get());
    }
    if (request.test() && !rate.get().path("test_mode").asBoolean()) {
      return refused("a test order buys no label of an account that pays for it");
    }
    String path = KarrioApi.shipmentPath(draft.id(), "purchase");
    return switch (api.post(path, KarrioQuestions.purchase(rateId, request.reference()))) {
      case KarrioApi.Said.Yes(JsonNode body) -> sold(request, new KarrioShipment(body));
      case KarrioApi.Said.No no -> notSold(request, no);
    };
  }

  private LabelAnswer sold(LabelRequest request, KarrioShipment shipment) {
    if (!shipment.isBought()) {
      throw NoAnswer.garbled();
    }
    return label(request, shipment, shipment.label());
  }

  private LabelAnswer notSold(LabelRequest request, KarrioApi.Said.No no) {
    if (no.conflict()) {
      // Somebody was faster with the same shipment.
      Optional<KarrioShipment> bought = bought(api.shipments(request.reference()));
      if (bought.isPresent()) {
        return withItsLabel(request, bought.get());
      }
    }
    return NO_FUNDS.matcher(no.words()).find()
        ? new LabelAnswer.NoFunds(no.words())
        : refused(no.words());
  }

  private LabelAnswer withItsLabel(LabelRequest request, KarrioShipment shipment) {
    String path = KarrioApi.shipmentPath(shipment.id(), "documents/label");
    return switch (api.post(path, KarrioQuestions.nothing())) {
      case KarrioApi.Said.Yes(JsonNode body) when body.has("base64") ->
          label(request, shipment, KarrioShipment.document(body));
      case KarrioApi.Said.Yes garbled -> throw NoAnswer.garbled();
      case KarrioApi.Said.No no ->
          label(request, shipment, new KarrioShipment.Document.None(no.words()));
    };
  }

  /** It is paid, so nothing about it may get lost, whatever else is missing. */
  private LabelAnswer label(
      LabelRequest request, KarrioShipment shipment, KarrioShipment.Document document) {
    return switch (document) {
      case KarrioShipment.Document.None none -> unprintable(request, shipment, none.why());
      case KarrioShipment.Document.Bytes(byte[] bytes) ->
          switch (forms.of(LabelForms.Format.PDF, bytes)) {
            case LabelForms.Outcome.Unprintable not -> unprintable(request, shipment, not.why());
            case LabelForms.Outcome.Made made when shipment.trackingNumber().isEmpty() ->
                unprintable(request, shipment, "it has no tracking number");
            case LabelForms.Outcome.Made made ->
                new LabelAnswer.Bought(
                    shipment.id(),
                    shipment.trackingNumber(),
                    cost(request, shipment),
                    made.files());
          };
    };
  }

  private static LabelAnswer unprintable(
      LabelRequest request, KarrioShipment shipment, String why) {
    return new LabelAnswer.Unprintable(
        shipment.id(), shipment.trackingNumber(), cost(request, shipment), why);
  }

  private static Money cost(LabelRequest request, KarrioShipment shipment) {
    return shipment.cost().orElse(request.quoted());
  }

  private String noPrice(LabelRequest request, KarrioShipment draft) {
    String complaints = api.complaints(draft.json(), "");
    if (!complaints.isEmpty()) {
      return complaints;
    }
    RateRequest asked =
        new RateRequest(
            request.from(), request.to(), List.of(request.parcel()), request.shipDate());
    return carrier.services().stream()
        .filter(each -> each.id().equals(request.service()))
        .map(each -> ServiceLimits.why(each, asked))
        .findFirst()
        .orElse("has no service " + request.service());
  }

  private LabelAnswer refused(String why) {
    return new LabelAnswer.Refused(carrier.name() + ": " + why);
  }
}
