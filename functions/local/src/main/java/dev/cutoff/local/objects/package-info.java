/** S3 on a folder or in memory. */
@NullMarked
package dev.cutoff.local.objects;

import org.jspecify.annotations.NullMarked;
