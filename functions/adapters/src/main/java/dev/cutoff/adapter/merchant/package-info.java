/** The merchant file: read, checked line by line, and kept for minutes. */
@NullMarked
package dev.cutoff.adapter.merchant;

import org.jspecify.annotations.NullMarked;
