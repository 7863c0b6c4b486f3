/** SNS topics and SQS queues with at-least-once delivery to functions. */
@NullMarked
package dev.cutoff.local.messaging;

import org.jspecify.annotations.NullMarked;
