/** Places, time zones and postal rules under test. */
@NullMarked
package dev.cutoff.adapter.geo;

import org.jspecify.annotations.NullMarked;
