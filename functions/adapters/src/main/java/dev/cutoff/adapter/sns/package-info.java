/** Announcements on a topic. */
@NullMarked
package dev.cutoff.adapter.sns;

import org.jspecify.annotations.NullMarked;
