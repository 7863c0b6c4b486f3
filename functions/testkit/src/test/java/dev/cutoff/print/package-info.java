/** Printing, on the fakes of the test kit. */
@NullMarked
package dev.cutoff.print;

import org.jspecify.annotations.NullMarked;
