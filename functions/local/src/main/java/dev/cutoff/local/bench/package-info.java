/** What {@code ./cutoff bench} measures. */
@NullMarked
package dev.cutoff.local.bench;

import org.jspecify.annotations.NullMarked;
