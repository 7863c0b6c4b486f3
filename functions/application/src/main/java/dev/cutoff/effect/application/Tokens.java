package dev.cutoff.effect.application;

/** Unguessable names for what strangers may open, such as a customer's tracking page. */
public interface Tokens {
  /** 22 or more letters and digits, new each time. */
  String next();
}
