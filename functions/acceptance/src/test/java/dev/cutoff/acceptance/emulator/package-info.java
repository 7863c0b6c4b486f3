/** AWS without AWS: the template deployed on an emulator that nobody here wrote. */
@NullMarked
package dev.cutoff.acceptance.emulator;

import org.jspecify.annotations.NullMarked;
