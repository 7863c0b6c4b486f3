/** {@code ./cutoff replay}: what was decided, decided again under other rules. */
@NullMarked
package dev.cutoff.local.replay;

import org.jspecify.annotations.NullMarked;
