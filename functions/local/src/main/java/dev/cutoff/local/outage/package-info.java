/** Outages of carriers by script, so that a shop can rehearse them. */
@NullMarked
package dev.cutoff.local.outage;

import org.jspecify.annotations.NullMarked;
