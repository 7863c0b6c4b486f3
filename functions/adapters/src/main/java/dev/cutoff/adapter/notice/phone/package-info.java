/** Notices to customers by text message and WhatsApp. */
@NullMarked
package dev.cutoff.adapter.notice.phone;

import org.jspecify.annotations.NullMarked;
