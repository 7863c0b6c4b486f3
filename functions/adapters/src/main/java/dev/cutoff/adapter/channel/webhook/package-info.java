/** Any shop, by signed webhooks of its own: orders in, what became of them out. */
@NullMarked
package dev.cutoff.adapter.channel.webhook;

import org.jspecify.annotations.NullMarked;
