/** What the adapters of carriers share. */
@NullMarked
package dev.cutoff.adapter.carrier;

import org.jspecify.annotations.NullMarked;
