/** Scans in, progress out. */
@NullMarked
package dev.cutoff.tracking.application;

import org.jspecify.annotations.NullMarked;
