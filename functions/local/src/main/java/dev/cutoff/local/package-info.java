/** AWS in one JVM: the doubles behind the SDK's client interfaces, tied together. */
@NullMarked
package dev.cutoff.local;

import org.jspecify.annotations.NullMarked;
