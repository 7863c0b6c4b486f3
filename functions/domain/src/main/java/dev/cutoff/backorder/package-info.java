/** Who waits for stock, in which order, and what they are promised of what is inbound. */
@NullMarked
package dev.cutoff.backorder;

import org.jspecify.annotations.NullMarked;
