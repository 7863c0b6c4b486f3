/** What every function runs on: clients, settings, and how use cases get their ports. */
@NullMarked
package dev.cutoff.platform;

import org.jspecify.annotations.NullMarked;
