/**
 * The promise to the customer, and the choice of box, carrier, service and ship day that keeps it.
 */
@NullMarked
package dev.cutoff.plan;

import org.jspecify.annotations.NullMarked;
