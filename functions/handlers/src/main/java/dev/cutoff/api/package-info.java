/** What people ask and order by HTTP. */
@NullMarked
package dev.cutoff.api;

import org.jspecify.annotations.NullMarked;
