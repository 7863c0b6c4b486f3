package dev.cutoff.shipment;

/** Units of one order line in a shipment or a parcel. */
public record ShipmentLine(String lineId, long quantity) {}
