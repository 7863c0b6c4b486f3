/** Dead letters on SQS. */
@NullMarked
package dev.cutoff.adapter.sqs;

import org.jspecify.annotations.NullMarked;
