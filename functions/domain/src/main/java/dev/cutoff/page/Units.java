package dev.cutoff.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of one item.
 *
 * @param name as the store has it
 * @param expectedOn when they come where they wait for stock; null where they don't, or nobody
 *     knows
 */
public record Units(String name, long quantity, @Nullable LocalDate expectedOn) {}
