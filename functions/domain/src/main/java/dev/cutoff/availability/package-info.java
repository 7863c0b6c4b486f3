/** What each store may sell, and what a difference between a store's figure and ours means. */
@NullMarked
package dev.cutoff.availability;

import org.jspecify.annotations.NullMarked;
