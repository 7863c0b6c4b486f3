/** How long rating takes where some carriers hang, fail or talk nonsense. */
@NullMarked
package dev.cutoff.local.bench.rates;

import org.jspecify.annotations.NullMarked;
