/** Couriers that collect and deliver, by POST /tracking alone. */
@NullMarked
package dev.cutoff.local.courier;

import org.jspecify.annotations.NullMarked;
