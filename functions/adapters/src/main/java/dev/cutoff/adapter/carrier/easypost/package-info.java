/** EasyPost: some hundred carriers behind one API, asked by its official client. */
@NullMarked
package dev.cutoff.adapter.carrier.easypost;

import org.jspecify.annotations.NullMarked;
