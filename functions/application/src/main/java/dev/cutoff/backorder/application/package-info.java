/** The list of those who wait for stock: promising, serving, telling, and giving up. */
@NullMarked
package dev.cutoff.backorder.application;

import org.jspecify.annotations.NullMarked;
