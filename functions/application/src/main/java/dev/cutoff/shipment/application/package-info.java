/** Buying labels once, hand-over, and undoing what was bought. */
@NullMarked
package dev.cutoff.shipment.application;

import org.jspecify.annotations.NullMarked;
