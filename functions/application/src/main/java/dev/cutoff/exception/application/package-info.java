/** The exception queue: holding, assigning, resolving, escalating. */
@NullMarked
package dev.cutoff.exception.application;

import org.jspecify.annotations.NullMarked;
