/** What customs are told of a parcel: values, codes, who pays the duties, under which tax ids. */
@NullMarked
package dev.cutoff.customs;

import org.jspecify.annotations.NullMarked;
