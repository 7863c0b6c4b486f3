/** What customers would be told, for whoever writes the words. */
@NullMarked
package dev.cutoff.local.preview;

import org.jspecify.annotations.NullMarked;
