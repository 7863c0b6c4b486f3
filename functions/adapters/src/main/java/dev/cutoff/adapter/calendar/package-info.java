/** Public holidays, from Jollyday's calendars. */
@NullMarked
package dev.cutoff.adapter.calendar;

import org.jspecify.annotations.NullMarked;
