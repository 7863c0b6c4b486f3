package dev.cutoff.adapter.merchant;

/** A mistake in the file, before its line is known. */
record Mistake(Where where, String message) {}
