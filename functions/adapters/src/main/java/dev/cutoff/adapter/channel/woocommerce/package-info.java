/** WooCommerce: order webhooks in, status, tracking and private notes out. */
@NullMarked
package dev.cutoff.adapter.channel.woocommerce;

import org.jspecify.annotations.NullMarked;
