/** What an order uses on AWS, counted by our own rules, and what that costs. */
@NullMarked
package dev.cutoff.local.meter;

import org.jspecify.annotations.NullMarked;
