/** Rate shopping: boxes, carriers asked at once, the cheapest service that keeps the promise. */
@NullMarked
package dev.cutoff.plan.application;

import org.jspecify.annotations.NullMarked;
