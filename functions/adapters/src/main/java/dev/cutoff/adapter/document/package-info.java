/** Draws labels and packing slips: one layout each, as PDF and, for labels, as ZPL. */
@NullMarked
package dev.cutoff.adapter.document;

import org.jspecify.annotations.NullMarked;
