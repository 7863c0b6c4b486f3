/** UPS direct, by its own API: rates, labels, voids, tracking, addresses, Track Alert. */
@NullMarked
package dev.cutoff.adapter.carrier.ups;

import org.jspecify.annotations.NullMarked;
