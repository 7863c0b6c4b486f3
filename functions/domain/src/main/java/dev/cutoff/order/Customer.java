package dev.cutoff.order;

/**
 * Who ordered; empty strings where the channel sent none.
 *
 * @param locale BCP 47, as "en-US"; empty where unknown
 */
public record Customer(String name, String email, String phone, String locale) {}
