/** What a customer is shown of an order, before anybody has found words for it. */
@NullMarked
package dev.cutoff.page;

import org.jspecify.annotations.NullMarked;
