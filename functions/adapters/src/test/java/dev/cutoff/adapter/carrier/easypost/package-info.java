/** EasyPost, held to its own recordings and to a double with a ledger. */
@NullMarked
package dev.cutoff.adapter.carrier.easypost;

import org.jspecify.annotations.NullMarked;
