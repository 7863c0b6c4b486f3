/** Who may spend postage, and how much of it. */
@NullMarked
package dev.cutoff.postage;

import org.jspecify.annotations.NullMarked;
