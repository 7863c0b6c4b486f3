/** DynamoDB Local, in this process, in memory or on a folder. */
@NullMarked
package dev.cutoff.local.dynamo;

import org.jspecify.annotations.NullMarked;
