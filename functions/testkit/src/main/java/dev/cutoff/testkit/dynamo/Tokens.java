package dev.cutoff.testkit.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of an expression, read one after another. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([#:]?[A-Za-z_0-9]+|<>|<=|>=|[=<>+\\-(),.\\[\\]])\\s*");
  private static final String END = "<end>";

  private final String kind;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  /**
   * Reads all of it.
   *
   * @param kind what the expression is called in messages: ConditionExpression
   */
  Tokens(String kind, String text) {
    this.kind = kind;
    if (text.isEmpty()) {
      throw wrong("The expression can not be empty;");
    }
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (tokens.isEmpty()) {
      throw unexpected();
    }
    if (end != text.length()) {
      throw wrong("Syntax error; token: \"" + text.charAt(end) + "\"");
    }
  }

  RuntimeException wrong(String why) {
    return Refused.request("Invalid " + kind + ": " + why);
  }

  RuntimeException unexpected() {
    return wrong("Syntax error; token: \"" + peek() + "\"");
  }

  String peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  String next() {
    if (at >= tokens.size()) {
      throw unexpected();
    }
    return tokens.get(at++);
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** Whether a sign comes next; passes it. */
  boolean passes(String sign) {
    if (peek().equals(sign)) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether a word comes next, however it is written; passes it. */
  boolean passesWord(String word) {
    if (peek().equalsIgnoreCase(word)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String sign) {
    if (!passes(sign)) {
      throw unexpected();
    }
  }

  /** The name of the function that begins here, or nothing where none does. */
  String function() {
    boolean call = at + 1 < tokens.size() && tokens.get(at + 1).equals("(");
    return call && Character.isLetter(peek().charAt(0)) ? peek().toLowerCase(Locale.ROOT) : "";
  }
}
