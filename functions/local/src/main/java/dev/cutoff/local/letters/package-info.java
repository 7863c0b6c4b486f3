/** {@code ./cutoff deadletters}: what stores and customers were not told, why, and the way back. */
@NullMarked
package dev.cutoff.local.letters;

import org.jspecify.annotations.NullMarked;
