package dev.cutoff.adapter.merchant;

/** A value and where it stands in the file. */
record Located<T>(Where where, T value) {}
