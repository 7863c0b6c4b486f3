package dev.cutoff.page;

import java.time.Instant;
import java.time.LocalDate;

/** The day on which an order comes, as far as anybody knows; days are the recipient's. */
public sealed interface Expected {
  /** No day is known, or none matters any more. */
  record Unknown() implements Expected {}

  /** As promised. */
  record By(LocalDate day) implements Expected {}

  /** Most likely between these days, by what its way was like so far. */
  record Between(LocalDate earliest, LocalDate latest) implements Expected {}

  /** Later than promised, by a day that is still to come. */
  record Later(LocalDate promised, LocalDate day) implements Expected {}

  /** The carrier says that something is in its way, and no day. */
  record Uncertain(LocalDate promised) implements Expected {}

  /** It should have been there. */
  record Overdue(LocalDate day) implements Expected {}

  /** It is there, all of it. */
  record Arrived(Instant at) implements Expected {}
}
