package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * UPS's price of one parcel with one service.
 *
 * @param service UPS's code without zeros in front: "03" and "003" are one
 * @param parts that add up to the price, without names where UPS says the sum alone
 * @param pickup the day UPS takes it; empty where no days were asked for
 * @param arrival empty as well
 */
record Rated(
    String service,
    Money price,
    List<Quote.Component> parts,
    Optional<LocalDate> pickup,
    Optional<LocalDate> arrival) {
  Rated {
    parts = List.copyOf(parts);
  }

  /** All that can be read; one that can't never takes the others down. */
  static List<Rated> all(JsonNode answer) {
    List<Rated> all = new ArrayList<>();
    for (JsonNode shipment : Listed.in(answer.path("RateResponse").path("RatedShipment"))) {
      read(shipment).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  static String code(String written) {
    return written.replaceFirst("^0+(?=.)", "");
  }

  private static Optional<Rated> read(JsonNode shipment) {
    String service = shipment.path("Service").path("Code").asText("");
    Optional<Money> total =
        UpsMoney.total(shipment.path("NegotiatedRateCharges"), shipment.path("TotalCharges"));
    if (service.isBlank() || total.isEmpty()) {
      return Optional.empty();
    }
    JsonNode days = shipment.path("TimeInTransit").path("ServiceSummary").path("EstimatedArrival");
    return Optional.of(
        new Rated(
            code(service),
            total.get(),
            parts(shipment, total.get()),
            date(days.path("Pickup")),
            date(days.path("Arrival"))));
  }

  private static List<Quote.Component> parts(JsonNode shipment, Money total) {
    Optional<Money> carried = UpsMoney.read(shipment.path("TransportationCharges"));
    Optional<Money> options = UpsMoney.read(shipment.path("ServiceOptionsCharges"));
    if (shipment.path("NegotiatedRateCharges").path("TotalCharge").isObject()
        || carried.isEmpty()
        || options.isEmpty()
        || !carried.get().currency().equals(options.get().currency())
        || !carried.get().plus(options.get()).equals(total)) {
      return List.of();
    }
    return List.of(
        new Quote.Component("transportation", carried.get()),
        new Quote.Component("options", options.get()));
  }

  private static Optional<LocalDate> date(JsonNode of) {
    try {
      return Optional.of(
          LocalDate.parse(of.path("Date").asText(""), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
