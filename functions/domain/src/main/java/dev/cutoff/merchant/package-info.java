/**
 * The merchant file as types: nodes, items, kits, boxes, carriers, stores and the rules of the
 * shop.
 */
@NullMarked
package dev.cutoff.merchant;

import org.jspecify.annotations.NullMarked;
