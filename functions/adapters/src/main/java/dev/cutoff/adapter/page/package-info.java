/** The customer's page as HTML, in the customer's language: one template, no script, no request. */
@NullMarked
package dev.cutoff.adapter.page;

import org.jspecify.annotations.NullMarked;
