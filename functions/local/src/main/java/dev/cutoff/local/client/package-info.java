/** Speaks to Cutoff by HTTP, as stores, couriers and people do. */
@NullMarked
package dev.cutoff.local.client;

import org.jspecify.annotations.NullMarked;
