/** What DynamoDB takes a second, as a model on a clock that only jumps. */
@NullMarked
package dev.cutoff.local.limits;

import org.jspecify.annotations.NullMarked;
