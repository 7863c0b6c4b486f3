/** Taking in what suppliers promise, move and deliver. */
@NullMarked
package dev.cutoff.inbound.application;

import org.jspecify.annotations.NullMarked;
