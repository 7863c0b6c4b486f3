/** What every call to AWS has in common: which failures may pass by themselves. */
@NullMarked
package dev.cutoff.adapter.aws;

import org.jspecify.annotations.NullMarked;
