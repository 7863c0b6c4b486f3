/** The planner beside an exhaustive search and beside what others do, on seeded orders. */
@NullMarked
package dev.cutoff.local.bench.plan;

import org.jspecify.annotations.NullMarked;
