package dev.cutoff.local.engine;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression may not use: what is random, what AWS lacks, and what its field cannot see.
 */
final class ExpressionRules {

  private static final Pattern QUOTED =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)");
  private static final Pattern STATES = Pattern.compile("\\$states\\s*\\.\\s*([A-Za-z_]\\w*)");
  private static final Pattern CONTEXT =
      Pattern.compile(
          "\\$states\\s*\\.\\s*context\\s*\\.\\s*([A-Za-z_]\\w*)(?:\\s*\\.\\s*([A-Za-z_]\\w*))?");
  private static final Pattern METADATA = Pattern.compile("\\bSdk(?:Http|Response)Metadata\\b");

  private ExpressionRules() {}

  static void check(String where, String source, Set<String> visible) {
    String bare = QUOTED.matcher(source).replaceAll("''");
    Matcher names = NAME.matcher(bare);
    while (names.find()) {
      String problem = Refusals.function(names.group(1));
      if (problem != null) {
        throw new InvalidDefinition(where, "$" + names.group(1) + " is " + problem);
      }
    }
    checkContext(where, bare);
    Matcher metadata = METADATA.matcher(bare);
    if (metadata.find()) {
      throw new InvalidDefinition(
          where,
          metadata.group()
              + " is not in this interpreter's results, but only ExecutedVersion, Payload and"
              + " StatusCode: let the function put what is needed into its answer");
    }
    Matcher states = STATES.matcher(bare);
    while (states.find()) {
      if (!visible.contains(states.group(1))) {
        throw new InvalidDefinition(
            where,
            "$states."
                + states.group(1)
                + " is not to be seen here, but only "
                + new TreeSet<>(visible)
                + ": keep it in a variable where it can be seen");
      }
    }
  }

  private static void checkContext(String where, String bare) {
    Matcher paths = CONTEXT.matcher(bare);
    while (paths.find()) {
      Set<String> below = Known.CONTEXT.get(paths.group(1));
      String part = paths.group(2);
      if (below == null || (part != null && !below.contains(part))) {
        throw new InvalidDefinition(
            where,
            "$states.context."
                + paths.group(1)
                + (part == null ? "" : "." + part)
                + " is not known to this interpreter: put it into the input");
      }
    }
  }
}
