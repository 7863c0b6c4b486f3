/** The carrier's scans, ranked so that a parcel only moves forward. */
@NullMarked
package dev.cutoff.tracking;

import org.jspecify.annotations.NullMarked;
