/** How Cutoff's own records are written as JSON, and read back without a guess. */
@NullMarked
package dev.cutoff.adapter.json;

import org.jspecify.annotations.NullMarked;
