/** Tables in memory that answer as DynamoDB does, for tests that ask a million times. */
@NullMarked
package dev.cutoff.testkit.dynamo;

import org.jspecify.annotations.NullMarked;
