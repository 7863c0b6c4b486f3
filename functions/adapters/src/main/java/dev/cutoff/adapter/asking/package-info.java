/** Asking several systems at once under one deadline, or one after another where runs repeat. */
@NullMarked
package dev.cutoff.adapter.asking;

import org.jspecify.annotations.NullMarked;
