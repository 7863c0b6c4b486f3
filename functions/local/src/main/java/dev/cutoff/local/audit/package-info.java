/** {@code ./cutoff audit}: whether what is written adds up. */
@NullMarked
package dev.cutoff.local.audit;

import org.jspecify.annotations.NullMarked;
