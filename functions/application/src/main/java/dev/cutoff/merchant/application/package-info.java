/** The merchant file and its secrets, read when needed and kept for minutes. */
@NullMarked
package dev.cutoff.merchant.application;

import org.jspecify.annotations.NullMarked;
