package dev.cutoff.testkit.dynamo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition, a filter or a condition on keys. */
interface Condition {
  boolean holds(Scope scope);

  record Both(Condition one, Condition other) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return one.holds(scope) && other.holds(scope);
    }
  }

  record Either(Condition one, Condition other) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return one.holds(scope) || other.holds(scope);
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return !condition.holds(scope);
    }
  }

  record There(Path path, boolean there) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return (path.in(scope) != null) == there;
    }
  }

  /** How two values are compared. */
  enum Comparison {
    EQUAL("="),
    OTHER("<>"),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    static @Nullable Comparison of(String sign) {
      for (Comparison each : values()) {
        if (each.sign.equals(sign)) {
          return each;
        }
      }
      return null;
    }

    boolean between(AttributeValue one, AttributeValue other) {
      return switch (this) {
        case EQUAL -> Values.same(one, other);
        case OTHER -> !Values.same(one, other);
        case LESS -> Values.comparable(one, other) && Values.compare(one, other) < 0;
        case AT_MOST -> Values.comparable(one, other) && Values.compare(one, other) <= 0;
        case MORE -> Values.comparable(one, other) && Values.compare(one, other) > 0;
        case AT_LEAST -> Values.comparable(one, other) && Values.compare(one, other) >= 0;
      };
    }
  }

  record Compared(Operand one, Comparison how, Operand other) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      AttributeValue left = one.in(scope);
      AttributeValue right = other.in(scope);
      if (left == null || right == null) {
        // What is not there is unlike everything, and neither more nor less.
        return how == Comparison.OTHER && (left != null || right != null);
      }
      return how.between(left, right);
    }
  }

  record Between(Operand one, Operand low, Operand high) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return new Compared(one, Comparison.AT_LEAST, low).holds(scope)
          && new Compared(one, Comparison.AT_MOST, high).holds(scope);
    }
  }

  record OneOf(Operand one, List<Operand> others) implements Condition {
    public OneOf {
      others = List.copyOf(others);
    }

    @Override
    public boolean holds(Scope scope) {
      AttributeValue value = one.in(scope);
      return value != null
          && others.stream()
              .map(each -> each.in(scope))
              .anyMatch(each -> each != null && Values.same(value, each));
    }
  }

  record Begins(Operand one, Operand prefix) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      AttributeValue value = one.in(scope);
      AttributeValue start = prefix.in(scope);
      return value != null
          && start != null
          && value.s() != null
          && start.s() != null
          && value.s().startsWith(start.s());
    }
  }

  /** A part of a text, a member of a set or of a list. */
  record Contains(Operand one, Operand part) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      AttributeValue value = one.in(scope);
      AttributeValue wanted = part.in(scope);
      if (value == null || wanted == null) {
        return false;
      }
      return switch (value.type()) {
        case S -> wanted.s() != null && value.s().contains(wanted.s());
        case SS -> wanted.s() != null && value.ss().contains(wanted.s());
        case NS ->
            wanted.n() != null
                && value.ns().stream()
                    .anyMatch(each -> Values.compareNumbers(each, wanted.n()) == 0);
        case L -> value.l().stream().anyMatch(each -> Values.same(each, wanted));
        default -> false;
      };
    }
  }

  /** Is of that type. */
  record OfType(Path path, Operand type) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      AttributeValue value = path.in(scope);
      AttributeValue wanted = type.in(scope);
      if (value == null || wanted == null) {
        return false;
      }
      String name = value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
      return name.equals(wanted.s());
    }
  }
}
