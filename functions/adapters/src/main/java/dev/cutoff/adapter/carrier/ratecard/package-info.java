/** Carriers under the shop's own contracts: prices from rate cards, scans by signed webhook. */
@NullMarked
package dev.cutoff.adapter.carrier.ratecard;

import org.jspecify.annotations.NullMarked;
