/** What speaks to carriers: rates, labels, voids, tracking, manifests, pickups and addresses. */
@NullMarked
package dev.cutoff.carrier.application;

import org.jspecify.annotations.NullMarked;
