package dev.cutoff.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a definition, and what CloudFormation would put into it. */
final class Sources {

  private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");

  private Sources() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The state machine cannot be read: " + file, e);
    }
  }

  static String substitute(String definition, Map<String, String> substitutions) {
    return HOLE.matcher(definition)
        .replaceAll(hole -> {
          String value = substitutions.get(hole.group(1));
          if (value == null) {
            throw new InvalidDefinition(
                "DefinitionSubstitutions",
                "no value for ${" + hole.group(1) + "}: give one where the definition is read");
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
