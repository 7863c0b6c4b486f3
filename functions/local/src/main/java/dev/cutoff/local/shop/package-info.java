/** The whole of Cutoff on one machine: the very handlers on the embedded AWS. */
@NullMarked
package dev.cutoff.local.shop;

import org.jspecify.annotations.NullMarked;
