/** Carriers' invoices, as they export them. */
@NullMarked
package dev.cutoff.adapter.invoice;

import org.jspecify.annotations.NullMarked;
