package dev.cutoff.local.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression may not use: what is random, what AWS lacks, and what its field cannot see.
 */
final class ExpressionRules {

  private static final String NOT_REPEATABLE =
      "not repeatable, so banned: put it into the input or let a task make it";
  private static final String NOT_KNOWN = "a function of AWS that this interpreter does not know";

  private static final Map<String, String> REFUSED =
      Map.of(
          "now", NOT_REPEATABLE,
          "millis", NOT_REPEATABLE,
          "random", NOT_REPEATABLE,
          "uuid", NOT_REPEATABLE,
          "shuffle", NOT_REPEATABLE,
          "eval", "refused by AWS",
          "partition", NOT_KNOWN,
          "range", NOT_KNOWN,
          "hash", NOT_KNOWN,
          "parse", NOT_KNOWN);

  private static final Pattern QUOTED =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)");
  private static final Pattern STATES = Pattern.compile("\\$states\\s*\\.\\s*([A-Za-z_]\\w*)");

  private ExpressionRules() {}

  static void check(String where, String source, Set<String> visible) {
    String bare = QUOTED.matcher(source).replaceAll("''");
    Matcher names = NAME.matcher(bare);
    while (names.find()) {
      String problem = REFUSED.get(names.group(1));
      if (problem != null) {
        throw new InvalidDefinition(where, "$" + names.group(1) + " is " + problem);
      }
    }
    Matcher states = STATES.matcher(bare);
    while (states.find()) {
      if (!visible.contains(states.group(1))) {
        throw new InvalidDefinition(
            where,
            "$states."
                + states.group(1)
                + " is not to be seen here, but only "
                + new TreeSet<>(visible));
      }
    }
  }
}
