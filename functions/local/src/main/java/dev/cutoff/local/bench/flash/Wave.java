package dev.cutoff.local.bench.flash;

import java.time.Instant;
import java.util.List;

/**
 * Webhooks that were sent at once.
 *
 * @param begin when all of them were ready to go
 * @param answersMs of each webhook, from its sending to its answer
 * @param sentAgain how often the front door was busy and the store came again
 */
record Wave(Instant begin, List<Double> answersMs, int sentAgain) {
  Wave {
    answersMs = List.copyOf(answersMs);
  }
}
