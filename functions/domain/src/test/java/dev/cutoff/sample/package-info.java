/** Example orders, goods and nodes for the domain's own tests. */
@NullMarked
package dev.cutoff.sample;

import org.jspecify.annotations.NullMarked;
