package dev.cutoff.testkit.dynamo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Something in an expression that has a value, or none. */
sealed interface Operand
    permits Path, Operand.Given, Operand.Size, Operand.IfMissing, Operand.Append, Operand.Sum {

  @Nullable AttributeValue in(Scope scope);

  /** A value of the request. */
  record Given(String placeholder) implements Operand {
    @Override
    public AttributeValue in(Scope scope) {
      return scope.value(placeholder);
    }
  }

  /** Length of a text, number of members. */
  record Size(Operand of) implements Operand {
    @Override
    public @Nullable AttributeValue in(Scope scope) {
      AttributeValue value = of.in(scope);
      if (value == null) {
        return null;
      }
      long size =
          switch (value.type()) {
            case S -> value.s().codePointCount(0, value.s().length());
            case B -> value.b().asByteArrayUnsafe().length;
            case SS -> value.ss().size();
            case NS -> value.ns().size();
            case BS -> value.bs().size();
            case L -> value.l().size();
            case M -> value.m().size();
            default -> -1;
          };
      return size < 0 ? null : AttributeValue.fromN(Long.toString(size));
    }
  }

  /** What is there, or else this. */
  record IfMissing(Path path, Operand otherwise) implements Operand {
    @Override
    public @Nullable AttributeValue in(Scope scope) {
      AttributeValue there = path.in(scope);
      return there == null ? otherwise.in(scope) : there;
    }
  }

  /** Two lists, one behind the other. */
  record Append(Operand one, Operand other) implements Operand {
    @Override
    public AttributeValue in(Scope scope) {
      List<AttributeValue> all = new ArrayList<>(list(one, scope));
      all.addAll(list(other, scope));
      return AttributeValue.fromL(all);
    }

    private static List<AttributeValue> list(Operand operand, Scope scope) {
      AttributeValue value = needed(operand, scope);
      if (!value.hasL()) {
        throw Refused.row("An operand in the update expression has an incorrect data type");
      }
      return value.l();
    }
  }

  /** Sum or difference. */
  record Sum(Operand one, Operand other, boolean minus) implements Operand {
    @Override
    public AttributeValue in(Scope scope) {
      AttributeValue left = needed(one, scope);
      AttributeValue right = needed(other, scope);
      if (left.n() == null || right.n() == null) {
        throw Refused.row("An operand in the update expression has an incorrect data type");
      }
      return Values.sum(left, right, minus);
    }
  }

  /** Refuses what is not there. */
  static AttributeValue needed(Operand operand, Scope scope) {
    AttributeValue value = operand.in(scope);
    if (value == null) {
      throw Refused.row(
          "The provided expression refers to an attribute that does not exist in the item");
    }
    return value;
  }
}
