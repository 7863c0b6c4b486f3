/** The customer's page of an order: found by its link, and written in the customer's words. */
@NullMarked
package dev.cutoff.page.application;

import org.jspecify.annotations.NullMarked;
