/** What store and customer are told of an order. */
@NullMarked
package dev.cutoff.notice;

import org.jspecify.annotations.NullMarked;
