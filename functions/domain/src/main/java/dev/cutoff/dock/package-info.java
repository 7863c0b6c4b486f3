/** What leaves a node's dock. */
@NullMarked
package dev.cutoff.dock;

import org.jspecify.annotations.NullMarked;
