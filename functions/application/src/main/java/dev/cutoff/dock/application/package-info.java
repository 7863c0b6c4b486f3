/** What happens at a node's dock: scans, manifests, pickups. */
@NullMarked
package dev.cutoff.dock.application;

import org.jspecify.annotations.NullMarked;
