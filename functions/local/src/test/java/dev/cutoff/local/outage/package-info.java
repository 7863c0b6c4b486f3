@NullMarked
package dev.cutoff.local.outage;

import org.jspecify.annotations.NullMarked;
