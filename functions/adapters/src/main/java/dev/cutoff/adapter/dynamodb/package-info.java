/** Orders, inbox, exceptions, label attempts, effects and stock in two DynamoDB tables. */
@NullMarked
package dev.cutoff.adapter.dynamodb;

import org.jspecify.annotations.NullMarked;
