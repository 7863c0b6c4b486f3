/** A shipment from one node and its parcels, from reservation to hand-over and delivery. */
@NullMarked
package dev.cutoff.shipment;

import org.jspecify.annotations.NullMarked;
