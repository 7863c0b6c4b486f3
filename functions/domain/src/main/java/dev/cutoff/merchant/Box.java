package dev.cutoff.merchant;

import dev.cutoff.money.Money;

/**
 * A standard box.
 *
 * @param inner room inside
 * @param outer what the carrier measures
 * @param tareGrams weight of the empty box with filling
 * @param maxGrams heaviest contents
 * @param cost of the material
 */
public record Box(String id, Size inner, Size outer, long tareGrams, long maxGrams, Money cost) {}
