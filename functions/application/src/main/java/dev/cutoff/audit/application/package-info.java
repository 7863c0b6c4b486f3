/**
 * Holding the counters to the ledger, putting them right when told to, and saying what to count.
 */
@NullMarked
package dev.cutoff.audit.application;

import org.jspecify.annotations.NullMarked;
