/** Orders in: intake, ingest, updates from the store, and what people ask of an order. */
@NullMarked
package dev.cutoff.order.application;

import org.jspecify.annotations.NullMarked;
