/** Executions of the state machine. */
@NullMarked
package dev.cutoff.adapter.stepfunctions;

import org.jspecify.annotations.NullMarked;
