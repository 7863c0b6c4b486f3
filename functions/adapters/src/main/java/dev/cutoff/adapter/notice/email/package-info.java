/** Notices to customers by e-mail: written from templates, sent by SES or put into a folder. */
@NullMarked
package dev.cutoff.adapter.notice.email;

import org.jspecify.annotations.NullMarked;
