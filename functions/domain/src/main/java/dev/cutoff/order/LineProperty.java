package dev.cutoff.order;

/** What the customer chose for a line, such as an engraving; shown to picker and packer. */
public record LineProperty(String name, String value) {}
