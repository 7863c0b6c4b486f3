/** Entry points that are no steps: webhooks, scans, queues, schedules. */
@NullMarked
package dev.cutoff.handler;

import org.jspecify.annotations.NullMarked;
