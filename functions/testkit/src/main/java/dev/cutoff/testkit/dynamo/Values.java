package dev.cutoff.testkit.dynamo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB's values are equal to, come before, and weigh. */
final class Values {
  private static final int LONG_DIGITS = 18;

  private Values() {}

  static boolean same(AttributeValue one, AttributeValue other) {
    if (one.type() != other.type()) {
      return false;
    }
    return switch (one.type()) {
      case S -> one.s().equals(other.s());
      case N -> compareNumbers(one.n(), other.n()) == 0;
      case NS -> numbers(one).equals(numbers(other));
      case SS -> new HashSet<>(one.ss()).equals(new HashSet<>(other.ss()));
      case BS -> new HashSet<>(one.bs()).equals(new HashSet<>(other.bs()));
      case M -> sameMaps(one.m(), other.m());
      case L -> sameLists(one.l(), other.l());
      default -> one.equals(other);
    };
  }

  private static Set<BigDecimal> numbers(AttributeValue set) {
    Set<BigDecimal> numbers = new HashSet<>();
    set.ns().forEach(each -> numbers.add(new BigDecimal(each).stripTrailingZeros()));
    return numbers;
  }

  private static boolean sameMaps(
      Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(each -> {
              AttributeValue there = other.get(each.getKey());
              return there != null && same(each.getValue(), there);
            });
  }

  private static boolean sameLists(List<AttributeValue> one, List<AttributeValue> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Only text, numbers and bytes have an order, each among its kind. */
  static boolean comparable(AttributeValue one, AttributeValue other) {
    return one.type() == other.type() && ordered(one);
  }

  static boolean ordered(AttributeValue value) {
    return switch (value.type()) {
      case S, N, B -> true;
      default -> false;
    };
  }

  static int compare(AttributeValue one, AttributeValue other) {
    return switch (one.type()) {
      case S -> compareTexts(one.s(), other.s());
      case N -> compareNumbers(one.n(), other.n());
      case B -> Arrays.compareUnsigned(one.b().asByteArrayUnsafe(), other.b().asByteArrayUnsafe());
      default -> throw new IllegalArgumentException("no order: " + one.type());
    };
  }

  /** As the bytes of UTF-8 compare, which differs from Java for what is beyond 16 bits. */
  static int compareTexts(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      char left = one.charAt(i);
      char right = other.charAt(i);
      if (left != right) {
        boolean bothHigh = left >= Character.MIN_SURROGATE && right >= Character.MIN_SURROGATE;
        return bothHigh && Character.isSurrogate(left) != Character.isSurrogate(right)
            ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right))
            : left - right;
      }
    }
    return one.length() - other.length();
  }

  static int compareNumbers(String one, String other) {
    return isLong(one) && isLong(other)
        ? Long.compare(Long.parseLong(one), Long.parseLong(other))
        : new BigDecimal(one).compareTo(new BigDecimal(other));
  }

  static AttributeValue sum(AttributeValue one, AttributeValue other, boolean minus) {
    if (isLong(one.n()) && isLong(other.n())) {
      long left = Long.parseLong(one.n());
      long right = Long.parseLong(other.n());
      return AttributeValue.fromN(Long.toString(minus ? left - right : left + right));
    }
    BigDecimal left = new BigDecimal(one.n());
    BigDecimal right = new BigDecimal(other.n());
    return AttributeValue.fromN(text(minus ? left.subtract(right) : left.add(right)));
  }

  private static boolean isLong(String number) {
    if (number.isEmpty() || number.length() > LONG_DIGITS) {
      return false;
    }
    for (int i = number.charAt(0) == '-' && number.length() > 1 ? 1 : 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The value as a table keeps it: numbers in their shortest form. */
  static AttributeValue kept(AttributeValue value) {
    return switch (value.type()) {
      case N -> plain(value.n()) ? value : AttributeValue.fromN(number(value.n()));
      case NS -> AttributeValue.fromNs(value.ns().stream().map(Values::number).distinct().toList());
      case L -> AttributeValue.fromL(value.l().stream().map(Values::kept).toList());
      case M -> {
        Map<String, AttributeValue> kept = new HashMap<>();
        value.m().forEach((name, each) -> kept.put(name, kept(each)));
        yield AttributeValue.fromM(kept);
      }
      default -> value;
    };
  }

  private static boolean plain(String number) {
    char first = number.isEmpty() ? '-' : number.charAt(0);
    return isLong(number) && first != '-' && (first != '0' || number.length() == 1);
  }

  private static String number(String text) {
    try {
      return text(new BigDecimal(text));
    } catch (NumberFormatException notOne) {
      throw Refused.request("The parameter cannot be converted to a numeric value: " + text);
    }
  }

  private static String text(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Bytes that an item counts for against the limit. */
  static long weight(Map<String, AttributeValue> row) {
    long weight = 0;
    for (Map.Entry<String, AttributeValue> each : row.entrySet()) {
      weight += bytes(each.getKey()) + weight(each.getValue());
    }
    return weight;
  }

  private static long weight(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> weightOfNumber(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case SS -> value.ss().stream().mapToLong(Values::bytes).sum();
      case NS -> value.ns().stream().mapToLong(Values::weightOfNumber).sum();
      case BS -> value.bs().stream().mapToLong(each -> each.asByteArrayUnsafe().length).sum();
      case L -> 3 + value.l().stream().mapToLong(each -> 1 + weight(each)).sum();
      case M -> 3 + value.m().size() + weight(value.m());
      default -> 1;
    };
  }

  private static long weightOfNumber(String number) {
    int digits = new BigDecimal(number).stripTrailingZeros().precision();
    return (digits + 1L) / 2 + 1 + (number.startsWith("-") ? 1 : 0);
  }

  static long bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return text.length();
  }
}
