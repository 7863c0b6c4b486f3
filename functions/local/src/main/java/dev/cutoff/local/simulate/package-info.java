/** Seeded schedules of many clients that crash, repeat themselves and meet, held to the laws. */
@NullMarked
package dev.cutoff.local.simulate;

import org.jspecify.annotations.NullMarked;
