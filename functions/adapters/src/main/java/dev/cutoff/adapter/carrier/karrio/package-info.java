/** Carriers behind a Karrio server, the open multi-carrier API. */
@NullMarked
package dev.cutoff.adapter.carrier.karrio;

import org.jspecify.annotations.NullMarked;
