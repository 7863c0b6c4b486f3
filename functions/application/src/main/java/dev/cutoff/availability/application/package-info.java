/** Telling stores what they may sell, and hearing what they say of their stock. */
@NullMarked
package dev.cutoff.availability.application;

import org.jspecify.annotations.NullMarked;
