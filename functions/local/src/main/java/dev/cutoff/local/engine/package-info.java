/** An interpreter of the Amazon States Language whose executions outlive the process. */
@NullMarked
package dev.cutoff.local.engine;

import org.jspecify.annotations.NullMarked;
