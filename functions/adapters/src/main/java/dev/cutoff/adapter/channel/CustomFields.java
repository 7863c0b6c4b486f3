package dev.cutoff.adapter.channel;

import dev.cutoff.order.LineProperty;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What customers and plug-ins add to lines and orders as name and value. */
public final class CustomFields {
  private static final Pattern GIFT_MESSAGE =
      Pattern.compile("gift[ _-]?(message|note)", Pattern.CASE_INSENSITIVE);

  /** WooCommerce writes this into every order, without the "_". */
  private static final Set<String> NOT_FOR_PEOPLE = Set.of("is_vat_exempt");

  private static final int MOST = 50;
  private static final int LONGEST = 1_000;

  private CustomFields() {}

  /** Shopify's name and value. */
  public static List<LineProperty> named(List<Part> fields) {
    return shown(fields, "name", List.of("name"), List.of("value"));
  }

  /** WordPress's key and value, as WooCommerce displays them where it does. */
  public static List<LineProperty> keyed(List<Part> fields) {
    return shown(fields, "key", List.of("display_key", "key"), List.of("display_value", "value"));
  }

  /** Those meant for people: both platforms start the name of the others with "_". */
  private static List<LineProperty> shown(
      List<Part> fields, String key, List<String> names, List<String> values) {
    return fields.stream()
        .filter(each -> !each.text(key).startsWith("_"))
        .map(each -> new LineProperty(each.firstText(names), each.firstText(values, LONGEST)))
        .filter(each -> !each.name().isEmpty() && !each.value().isEmpty())
        .filter(each -> !NOT_FOR_PEOPLE.contains(each.name()))
        .limit(MOST)
        .toList();
  }

  public static boolean isGiftMessage(LineProperty field) {
    return GIFT_MESSAGE.matcher(field.name()).matches();
  }

  /** What is to be printed on a card; several messages each on a line of its own. */
  public static String giftMessage(Collection<LineProperty> fields) {
    Set<String> messages = new LinkedHashSet<>();
    fields.stream().filter(CustomFields::isGiftMessage).forEach(each -> messages.add(each.value()));
    return String.join("\n", messages);
  }
}
