package dev.cutoff.plan;

/**
 * One way to send some parts of an order from a node: a service, a day and boxes.
 *
 * @param score what is to be least, summed over the shipments of a plan; the cost, where the
 *     strategy is the cheapest
 * @param cost in minor units: handling, boxes, postage, extras
 * @param chance of arriving by the promised day, 0 to 1
 * @param offer number of service and day among the node's
 * @param packing number of the boxes among the packings of these parts
 */
public record Way(long score, long cost, double chance, int offer, int packing) {}
