package dev.cutoff.platform;

import dev.cutoff.effect.application.Tokens;
import java.security.SecureRandom;
import java.util.Base64;

/** 128 bits nobody can guess. */
public final class RandomTokens implements Tokens {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String next() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
