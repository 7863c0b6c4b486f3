/** Units on their way to a node: what suppliers promised, and what came of it. */
@NullMarked
package dev.cutoff.inbound;

import org.jspecify.annotations.NullMarked;
