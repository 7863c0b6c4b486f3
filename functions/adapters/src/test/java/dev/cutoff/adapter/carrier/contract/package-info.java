/** What every provider is held to, and the faults it has to live with. */
@NullMarked
package dev.cutoff.adapter.carrier.contract;

import org.jspecify.annotations.NullMarked;
