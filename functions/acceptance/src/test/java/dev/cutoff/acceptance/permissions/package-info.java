/** What the functions may do on AWS, held to what they do. */
@NullMarked
package dev.cutoff.acceptance.permissions;

import org.jspecify.annotations.NullMarked;
