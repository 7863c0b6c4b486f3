/**
 * What tests are made of: real fakes of the ports, the contracts they are held to, and examples.
 */
@NullMarked
package dev.cutoff.testkit;

import org.jspecify.annotations.NullMarked;
