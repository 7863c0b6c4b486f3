/** Shopify: order webhooks in, fulfilments and tracking events out. */
@NullMarked
package dev.cutoff.adapter.channel.shopify;

import org.jspecify.annotations.NullMarked;
