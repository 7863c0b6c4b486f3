/**
 * Store platforms for the embedded run: Shopify and WooCommerce as their APIs and webhooks behave.
 */
@NullMarked
package dev.cutoff.local.store;

import org.jspecify.annotations.NullMarked;
