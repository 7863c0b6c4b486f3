/** What every use case needs from outside: keys, objects, executions, asking several at once. */
@NullMarked
package dev.cutoff.effect.application;

import org.jspecify.annotations.NullMarked;
