/** Debian's Chromium, driven through its DevTools protocol, without Node. */
@NullMarked
package dev.cutoff.acceptance.browser;

import org.jspecify.annotations.NullMarked;
