/** Why an order needs a person, said as data. */
@NullMarked
package dev.cutoff.exception;

import org.jspecify.annotations.NullMarked;
