/** What notices say, in the customer's language: the shop's own words, or built-in ones. */
@NullMarked
package dev.cutoff.adapter.notice.words;

import org.jspecify.annotations.NullMarked;
