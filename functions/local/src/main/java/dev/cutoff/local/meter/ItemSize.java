package dev.cutoff.local.meter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The size of an item as DynamoDB documents it: names and values, by type. */
public final class ItemSize {
  private static final int COLLECTION = 3;
  private static final int ELEMENT = 1;
  private static final int FLAG = 1;

  private ItemSize() {}

  public static long bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(each -> utf8(each.getKey()) + value(each.getValue()))
        .sum();
  }

  private static long value(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> number(value.n());
      case B -> value.b().asByteArrayUnsafe().length;
      case BOOL, NUL -> FLAG;
      case SS -> value.ss().stream().mapToLong(ItemSize::utf8).sum();
      case NS -> value.ns().stream().mapToLong(ItemSize::number).sum();
      case BS -> value.bs().stream().mapToLong(each -> each.asByteArrayUnsafe().length).sum();
      case L -> COLLECTION + list(value.l());
      case M -> COLLECTION + bytes(value.m()) + (long) ELEMENT * value.m().size();
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute of a type that the meter does not know");
    };
  }

  private static long list(List<AttributeValue> elements) {
    return elements.stream().mapToLong(each -> ELEMENT + value(each)).sum();
  }

  /** A byte for two significant digits, one more, and one for the sign. */
  private static long number(String text) {
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    if (value.signum() == 0) {
      return 1;
    }
    return Math.ceilDiv(value.precision(), 2) + 1L + (value.signum() < 0 ? 1 : 0);
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
