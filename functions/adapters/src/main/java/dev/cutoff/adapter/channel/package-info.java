/**
 * What the store platforms have in common: signatures, tolerant JSON, phones, calls to their API.
 */
@NullMarked
package dev.cutoff.adapter.channel;

import org.jspecify.annotations.NullMarked;
