package dev.cutoff.testkit.dynamo;

import com.amazonaws.services.dynamodbv2.parser.ReservedKeywords;
import dev.cutoff.testkit.dynamo.Condition.Comparison;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one expression, by recursive descent. */
final class Parser {
  private final Tokens tokens;
  private final Set<String> names = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  private Parser(Tokens tokens) {
    this.tokens = tokens;
  }

  static Parsed<Condition> condition(String kind, String text) {
    Parser parser = new Parser(new Tokens(kind, text));
    return parser.whole(parser.either(), kind);
  }

  static Parsed<Change> change(String text) {
    Parser parser = new Parser(new Tokens("UpdateExpression", text));
    return parser.whole(parser.change(), "UpdateExpression");
  }

  static Parsed<List<Path>> projection(String text) {
    Parser parser = new Parser(new Tokens("ProjectionExpression", text));
    List<Path> paths = new ArrayList<>();
    do {
      paths.add(parser.path());
    } while (parser.tokens.passes(","));
    return parser.whole(paths, "ProjectionExpression");
  }

  private <T> Parsed<T> whole(T tree, String kind) {
    if (!tokens.atEnd()) {
      throw tokens.unexpected();
    }
    return new Parsed<>(kind, tree, names, values);
  }

  private Condition either() {
    Condition left = both();
    while (tokens.passesWord("OR")) {
      left = new Condition.Either(left, both());
    }
    return left;
  }

  private Condition both() {
    Condition left = not();
    while (tokens.passesWord("AND")) {
      left = new Condition.Both(left, not());
    }
    return left;
  }

  private Condition not() {
    return tokens.passesWord("NOT") ? new Condition.Not(not()) : single();
  }

  private Condition single() {
    if (tokens.passes("(")) {
      Condition inner = either();
      tokens.expect(")");
      return inner;
    }
    String function = tokens.function();
    return function.isEmpty() || function.equals("size") ? compared() : called(function);
  }

  private Condition called(String function) {
    tokens.next();
    tokens.expect("(");
    Condition condition =
        switch (function) {
          case "attribute_exists" -> new Condition.There(path(), true);
          case "attribute_not_exists" -> new Condition.There(path(), false);
          case "attribute_type" -> new Condition.OfType(path(), second());
          case "begins_with" -> new Condition.Begins(operand(), second());
          case "contains" -> new Condition.Contains(operand(), second());
          default -> throw tokens.wrong("Invalid function name; function: " + function);
        };
    tokens.expect(")");
    return condition;
  }

  private Operand second() {
    tokens.expect(",");
    return operand();
  }

  private Condition compared() {
    Operand left = operand();
    if (tokens.passesWord("BETWEEN")) {
      Operand low = other(left, "BETWEEN");
      if (!tokens.passesWord("AND")) {
        throw tokens.unexpected();
      }
      return new Condition.Between(left, low, other(left, "BETWEEN"));
    }
    if (tokens.passesWord("IN")) {
      tokens.expect("(");
      List<Operand> others = new ArrayList<>();
      do {
        others.add(operand());
      } while (tokens.passes(","));
      tokens.expect(")");
      return new Condition.OneOf(left, others);
    }
    Comparison how = Comparison.of(tokens.peek());
    if (how == null) {
      throw tokens.unexpected();
    }
    return new Condition.Compared(left, how, other(left, tokens.next()));
  }

  private Operand other(Operand left, String operator) {
    Operand right = operand();
    if (left instanceof Path && left.equals(right)) {
      throw tokens.wrong(
          "The first operand must be distinct from the remaining operands for this operator or function; operator: "
              + operator);
    }
    return right;
  }

  private Operand operand() {
    if (tokens.function().equals("size")) {
      tokens.next();
      tokens.expect("(");
      Operand of = operand();
      tokens.expect(")");
      return new Operand.Size(of);
    }
    return tokens.peek().startsWith(":") ? given() : path();
  }

  private Operand.Given given() {
    String placeholder = tokens.next();
    values.add(placeholder);
    return new Operand.Given(placeholder);
  }

  private Path path() {
    List<Path.Step> steps = new ArrayList<>(List.of(field()));
    while (true) {
      if (tokens.passes(".")) {
        steps.add(field());
      } else if (tokens.passes("[")) {
        steps.add(new Path.Step.Place(index()));
        tokens.expect("]");
      } else {
        return new Path(steps);
      }
    }
  }

  private int index() {
    String number = tokens.peek();
    if (!number.matches("[0-9]{1,6}")) {
      throw tokens.unexpected();
    }
    return Integer.parseInt(tokens.next());
  }

  private Path.Step.Field field() {
    String name = tokens.peek();
    if (!name.matches("#?[A-Za-z_0-9]+") || Character.isDigit(name.charAt(0))) {
      throw tokens.unexpected();
    }
    if (name.startsWith("#")) {
      names.add(name);
    } else if (ReservedKeywords.isKeyword(name)) {
      throw tokens.wrong("Attribute name is a reserved keyword; reserved keyword: " + name);
    }
    return new Path.Step.Field(tokens.next());
  }

  private Change change() {
    List<Change.Assigned> sets = new ArrayList<>();
    List<Path> removes = new ArrayList<>();
    List<Change.Assigned> adds = new ArrayList<>();
    List<Change.Assigned> deletes = new ArrayList<>();
    Set<String> sections = new HashSet<>();
    while (!tokens.atEnd()) {
      String section = tokens.next().toUpperCase(Locale.ROOT);
      if (!sections.add(section)) {
        throw tokens.wrong(
            "The \"" + section + "\" section can only be used once in an update expression;");
      }
      do {
        Path path = path();
        switch (section) {
          case "SET" -> sets.add(new Change.Assigned(path, assigned()));
          case "REMOVE" -> removes.add(path);
          case "ADD" -> adds.add(new Change.Assigned(path, given()));
          case "DELETE" -> deletes.add(new Change.Assigned(path, given()));
          default -> throw tokens.wrong("Syntax error; token: \"" + section + "\"");
        }
      } while (tokens.passes(","));
    }
    return new Change(sets, removes, adds, deletes);
  }

  private Operand assigned() {
    tokens.expect("=");
    return sum();
  }

  private Operand sum() {
    Operand left = term();
    if (tokens.passes("+")) {
      return new Operand.Sum(left, term(), false);
    }
    return tokens.passes("-") ? new Operand.Sum(left, term(), true) : left;
  }

  private Operand term() {
    if (tokens.passes("(")) {
      Operand inner = sum();
      tokens.expect(")");
      return inner;
    }
    String function = tokens.function();
    if (!function.isEmpty()) {
      return computed(function);
    }
    return tokens.peek().startsWith(":") ? given() : path();
  }

  private Operand computed(String function) {
    tokens.next();
    tokens.expect("(");
    Operand operand =
        switch (function) {
          case "if_not_exists" -> {
            Path path = path();
            tokens.expect(",");
            yield new Operand.IfMissing(path, sum());
          }
          case "list_append" -> {
            Operand first = sum();
            tokens.expect(",");
            yield new Operand.Append(first, sum());
          }
          default -> throw tokens.wrong("Invalid function name; function: " + function);
        };
    tokens.expect(")");
    return operand;
  }
}
