/** Printed matter as scanners and people read it. */
@NullMarked
package dev.cutoff.testkit.paper;

import org.jspecify.annotations.NullMarked;
