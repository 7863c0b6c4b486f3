/** Telling the store and the customer, each thing once. */
@NullMarked
package dev.cutoff.notice.application;

import org.jspecify.annotations.NullMarked;
