/** Documents in a bucket, keyed by their content. */
@NullMarked
package dev.cutoff.adapter.s3;

import org.jspecify.annotations.NullMarked;
