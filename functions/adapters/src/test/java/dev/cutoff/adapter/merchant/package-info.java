/** The merchant file's reader under test: what a person gets wrong, and where they are told. */
@NullMarked
package dev.cutoff.adapter.merchant;

import org.jspecify.annotations.NullMarked;
