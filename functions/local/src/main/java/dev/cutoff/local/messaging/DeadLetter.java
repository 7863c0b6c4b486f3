package dev.cutoff.local.messaging;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was tried in vain; {@code failure} is what the function said last, if anything.
 */
public record DeadLetter(
    String messageId,
    String body,
    Map<String, Attribute> attributes,
    Instant sentAt,
    int receives,
    @Nullable String failure) {}
