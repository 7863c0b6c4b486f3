/** Where engine, queues and schedules keep what must outlive the process. */
@NullMarked
package dev.cutoff.local.journal;

import org.jspecify.annotations.NullMarked;
