/** Secrets, read when needed and kept for minutes. */
@NullMarked
package dev.cutoff.adapter.secrets;

import org.jspecify.annotations.NullMarked;
