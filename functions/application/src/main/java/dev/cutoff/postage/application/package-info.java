/** What postage costs, who may spend it, and what becomes of labels that nobody uses. */
@NullMarked
package dev.cutoff.postage.application;

import org.jspecify.annotations.NullMarked;
