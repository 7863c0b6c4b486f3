/**
 * The same executions on the embedded engine and on an emulator of Step Functions that nobody here
 * wrote.
 */
@NullMarked
package dev.cutoff.acceptance.histories;

import org.jspecify.annotations.NullMarked;
