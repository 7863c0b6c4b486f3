/** template.yaml, held to the code: permissions, routes, tables, queues; and what checkers say. */
@NullMarked
package dev.cutoff.acceptance.template;

import org.jspecify.annotations.NullMarked;
