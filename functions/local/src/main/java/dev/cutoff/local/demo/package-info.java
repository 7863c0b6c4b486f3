/** The story of a dozen orders, told and checked. */
@NullMarked
package dev.cutoff.local.demo;

import org.jspecify.annotations.NullMarked;
