/** Places, time zones and postal rules from tables that come along. */
@NullMarked
package dev.cutoff.adapter.geo;

import org.jspecify.annotations.NullMarked;
