package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The file is copied, mailed and versioned: it must never hold a secret. */
final class Secrecy {
  private Secrecy() {}

  static void check(Where where, JsonNode node, List<Mistake> mistakes) {
    if (node.isTextual() && Hints.isSecretValue(node.textValue())) {
      mistakes.add(new Mistake(where, Hints.secret()));
    }
    node.forEachEntry((name, child) -> {
      if (Hints.looksLikeSecret(name)) {
        mistakes.add(new Mistake(where.field(name), Hints.secret()));
      } else {
        check(where.field(name), child, mistakes);
      }
    });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(where.element(i), node.path(i), mistakes);
      }
    }
  }
}
