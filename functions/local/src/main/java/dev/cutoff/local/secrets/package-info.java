/** Secrets Manager on a file. */
@NullMarked
package dev.cutoff.local.secrets;

import org.jspecify.annotations.NullMarked;
