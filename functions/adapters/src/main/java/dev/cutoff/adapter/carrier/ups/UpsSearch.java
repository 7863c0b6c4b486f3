package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.adapter.carrier.ups.UpsApi.Reply;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of a purchase, by our reference: UPS's label recovery has the label itself, tracking
 * by reference at least its number. Neither says what it cost, so that the quote stands until the
 * invoice comes. Two labels under one reference are for a person to look at.
 */
final class UpsSearch {
  private static final String RECOVERY = "/api/labels/v1/recovery";
  private static final String TRACKING = "/api/track/v1/reference/details/";
  private static final int NOT_FOUND = 404;

  /** UPS looks at pickups of that many days. */
  private static final int DAYS = 30;

  private static final Set<String> NO_SUCH_LABEL = Set.of("300007");
  private static final Set<String> SEVERAL = Set.of("300001", "300035");
  private static final Set<String> VOIDED = Set.of("300033");
  private static final Set<String> NOT_PROCESSED = Set.of("300034");

  /** It was sold, and the label itself is not given out again. */
  private static final Set<String> NO_LABEL_ANY_MORE =
      Set.of("300002", "300004", "300006", "300032");

  private final UpsApi api;
  private final UpsLabel label;
  private final InstantSource clock;

  UpsSearch(UpsApi api, UpsLabel label, InstantSource clock) {
    this.api = api;
    this.label = label;
    this.clock = clock;
  }

  /** What label recovery says of a reference. */
  sealed interface Sold {
    /** This one. */
    record One(LabelAnswer label) implements Sold {}

    /** One that is not given out again. */
    record Withheld() implements Sold {}

    /** One that UPS has not finished yet. */
    record Unfinished() implements Sold {}

    /** More than one. */
    record Several() implements Sold {}

    record Voided() implements Sold {}

    /** None that it knows of. */
    record None() implements Sold {}
  }

  FindAnswer find(Carrier carrier, CarrierAccount account, LabelRequest request) {
    return switch (sold(account, request)) {
      case Sold.One one -> found(one.label());
      case Sold.Several several -> new FindAnswer.CannotTell();
      case Sold.Voided voided -> new FindAnswer.NotBought();
      case Sold.Withheld withheld ->
          tracked(account, request).orElseGet(FindAnswer.CannotTell::new);
      case Sold.None none ->
          tracked(account, request)
              .orElseGet(() -> Settling.notFound(carrier, request, clock.instant()));
      case Sold.Unfinished unfinished ->
          // It was sold: once the time is over that is not "not bought".
          Settling.notFound(carrier, request, clock.instant())
                  instanceof FindAnswer.NotYetKnown later
              ? later
              : new FindAnswer.CannotTell();
    };
  }

  Sold sold(CarrierAccount account, LabelRequest request) {
    if (account.number().isBlank()) {
      // No label is sold to nobody.
      return new Sold.None();
    }
    Reply answer =
        api.read(
            account,
            request.test(),
            UpsApi.Question.post(RECOVERY, request.reference(), recovery(request, account)));
    if (answer.isYes()) {
      return recovered(request, answer.body());
    }
    UpsErrors errors = answer.errors();
    if (errors.has(SEVERAL)) {
      return new Sold.Several();
    }
    if (errors.has(VOIDED)) {
      return new Sold.Voided();
    }
    if (errors.has(NOT_PROCESSED)) {
      return new Sold.Unfinished();
    }
    if (errors.has(NO_LABEL_ANY_MORE)) {
      return new Sold.Withheld();
    }
    if (errors.has(NO_SUCH_LABEL)) {
      return new Sold.None();
    }
    throw answer.none();
  }

  private static ObjectNode recovery(LabelRequest request, CarrierAccount account) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode question = root.putObject("LabelRecoveryRequest");
    question
        .putObject("Request")
        .put("SubVersion", "1903")
        .putObject("TransactionReference")
        .put("CustomerContext", request.reference());
    ShipQuestion.label(question.putObject("LabelSpecification"));
    ObjectNode values = question.putObject("ReferenceValues");
    values
        .putObject("ReferenceNumber")
        .put("Value", References.shortened(request.reference(), References.NUMBER));
    values.put("ShipperNumber", account.number());
    return root;
  }

  private Sold recovered(LabelRequest request, JsonNode body) {
    JsonNode response = body.path("LabelRecoveryResponse");
    List<JsonNode> labels = new ArrayList<>();
    Listed.in(response.path("LabelResults")).forEach(labels::add);
    if (response.path("TrackingCandidate").size() > 0 || labels.size() > 1) {
      return new Sold.Several();
    }
    if (labels.isEmpty()) {
      throw NoAnswer.garbled();
    }
    String number = labels.getFirst().path("TrackingNumber").asText("").strip();
    String id = response.path("ShipmentIdentificationNumber").asText(number).strip();
    if (id.isEmpty()) {
      throw NoAnswer.garbled();
    }
    return new Sold.One(
        label.of(
            LabelIds.of(id, request.test()),
            number.isEmpty() ? id : number,
            request.quoted(),
            labels.getFirst().path("LabelImage")));
  }

  private static FindAnswer found(LabelAnswer label) {
    return switch (label) {
      case LabelAnswer.Bought bought -> new FindAnswer.Found(bought);
      case LabelAnswer.Unprintable unprintable -> new FindAnswer.FoundUnprintable(unprintable);
      case LabelAnswer.Refused refused -> new FindAnswer.CannotTell();
      case LabelAnswer.NoFunds none -> new FindAnswer.CannotTell();
      case LabelAnswer.PriceChanged changed -> new FindAnswer.CannotTell();
    };
  }

  /** UPS has no label to give out: whether it knows such a parcel all the same. */
  private Optional<FindAnswer> tracked(CarrierAccount account, LabelRequest request) {
    if (account.number().isBlank()) {
      return Optional.empty();
    }
    Reply answer =
        api.read(
            account,
            request.test(),
            UpsApi.Question.get(tracking(account, request), request.reference()));
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (!answer.isYes()) {
      throw answer.none();
    }
    Set<String> numbers = numbers(answer.body());
    if (numbers.size() > 1) {
      return Optional.of(new FindAnswer.CannotTell());
    }
    return numbers.stream()
        .findFirst()
        .map(number ->
            new FindAnswer.FoundUnprintable(
                new LabelAnswer.Unprintable(
                    LabelIds.of(number, request.test()),
                    number,
                    request.quoted(),
                    "UPS sold it and does not give the label out again")));
  }

  private String tracking(CarrierAccount account, LabelRequest request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return TRACKING
        + encoded(References.shortened(request.reference(), References.NUMBER))
        + "?locale=en_US&refNumType=SmallPackage&fromPickUpDate="
        + today.minusDays(DAYS).format(DateTimeFormatter.BASIC_ISO_DATE)
        + "&toPickUpDate="
        + today.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE)
        + "&shipperNum="
        + encoded(account.number());
  }

  private static Set<String> numbers(JsonNode body) {
    JsonNode shipments = body.path("trackResponse").path("shipment");
    if (!shipments.isArray()) {
      throw NoAnswer.garbled();
    }
    Set<String> numbers = new TreeSet<>();
    for (JsonNode shipment : shipments) {
      for (JsonNode each : shipment.path("package")) {
        String number = each.path("trackingNumber").asText("").strip();
        if (!number.isEmpty()) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
