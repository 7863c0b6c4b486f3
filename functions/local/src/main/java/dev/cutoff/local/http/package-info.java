/**
 * The HTTP API of the embedded run: what API Gateway is on AWS, driven by infra/api/openapi.yaml.
 */
@NullMarked
package dev.cutoff.local.http;

import org.jspecify.annotations.NullMarked;
