package dev.cutoff.local.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bearer tokens that open the secured routes, kept as hashes. */
final class Tokens {
  private final List<Known> known = new ArrayList<>();

  Tokens(Map<String, FrontDoor.Claims> claimsByToken) {
    claimsByToken.forEach((token, claims) -> {
      if (token.isBlank()) {
        throw new IllegalArgumentException("a bearer token is blank");
      }
      known.add(new Known(hash(token), claims));
    });
  }

  /** Takes the same time wherever the token differs and whichever it is. */
  Optional<FrontDoor.Claims> find(String presented) {
    byte[] hash = hash(presented);
    Optional<FrontDoor.Claims> found = Optional.empty();
    for (Known each : known) {
      if (MessageDigest.isEqual(each.hash, hash)) {
        found = Optional.of(each.claims);
      }
    }
    return found;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Known(byte[] hash, FrontDoor.Claims claims) {}
}
