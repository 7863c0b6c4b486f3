/** Printing: a shipment's documents, a wave's labels in one file, and the links to fetch them. */
@NullMarked
package dev.cutoff.print.application;

import org.jspecify.annotations.NullMarked;
