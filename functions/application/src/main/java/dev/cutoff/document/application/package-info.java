/**
 * What is printed for a parcel: the content of labels and packing slips, and the port that draws
 * them.
 */
@NullMarked
package dev.cutoff.document.application;

import org.jspecify.annotations.NullMarked;
