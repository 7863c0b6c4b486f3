/** Lambda functions called in this JVM as the managed runtime would call them. */
@NullMarked
package dev.cutoff.local.functions;

import org.jspecify.annotations.NullMarked;
