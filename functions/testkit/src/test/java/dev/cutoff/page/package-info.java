/** Tests of the customer's page, without its words. */
@NullMarked
package dev.cutoff.page;

import org.jspecify.annotations.NullMarked;
