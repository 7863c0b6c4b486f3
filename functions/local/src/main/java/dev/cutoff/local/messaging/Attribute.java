package dev.cutoff.local.messaging;

/** An attribute of a message, by SNS's and SQS's data type. */
public record Attribute(String dataType, String value) {}
