/** What a customer waits for who asks by when it would be there. */
@NullMarked
package dev.cutoff.local.bench.promise;

import org.jspecify.annotations.NullMarked;
