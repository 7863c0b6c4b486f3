/** Functions invoked at a fixed rate. */
@NullMarked
package dev.cutoff.local.schedule;

import org.jspecify.annotations.NullMarked;
