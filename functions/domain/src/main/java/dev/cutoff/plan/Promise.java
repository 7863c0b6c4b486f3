package dev.cutoff.plan;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day the customer was promised.
 *
 * @param deliverBy last day, in the recipient's zone
 * @param confidence chance of keeping it with what was chosen, 0 to 1
 */
public record Promise(LocalDate deliverBy, ZoneId zone, double confidence) {}
