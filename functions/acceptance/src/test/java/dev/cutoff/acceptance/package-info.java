/** One suite against a base URL: what people and stores may rely on, wherever Cutoff runs. */
@NullMarked
package dev.cutoff.acceptance;

import org.jspecify.annotations.NullMarked;
