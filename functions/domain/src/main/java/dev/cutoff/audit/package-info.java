/** Whether the counters are what the ledger says, and which shelves to count next. */
@NullMarked
package dev.cutoff.audit;

import org.jspecify.annotations.NullMarked;
