package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Goods.Hazard;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the file says of an item that has to be minded; all of it may be left out. */
final class GoodsBinding {
  private static final Pattern UN_NUMBER = Pattern.compile("UN\\d{4}");
  private static final Pattern TAG = Pattern.compile("\\S(.{0,62}\\S)?");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  private GoodsBinding() {}

  static Goods goods(Field goods) {
    return new Goods(
        tags(goods, "tags"),
        flag(goods, "upright"),
        flag(goods, "fragile"),
        flag(goods, "alone"),
        goods.find("hazard").map(it -> Values.choice(it, Hazard.values())).orElse(null),
        goods
            .find("unNumber")
            .map(it -> Values.text(it, UN_NUMBER, "must be UN and four digits, like UN3481"))
            .orElse(null),
        flag(goods, "limitedQuantity"),
        flag(goods, "groundOnly"),
        flag(goods, "cold"),
        flag(goods, "adultSignature"),
        destinations(goods, "bannedIn"));
  }

  static boolean flag(Field parent, String name) {
    return flag(parent, name, false);
  }

  static boolean flag(Field parent, String name, boolean otherwise) {
    return parent.find(name).map(Values::flag).orElse(otherwise);
  }

  static Set<String> tags(Field parent, String name) {
    Set<String> tags = new TreeSet<>();
    parent
        .find(name)
        .ifPresent(
            all -> all.each(tag -> tags.add(Values.text(tag, TAG, "must be 1 to 64 characters"))));
    return tags;
  }

  /** Countries, or regions of one. */
  static Set<String> destinations(Field parent, String name) {
    Set<String> places = new TreeSet<>();
    parent.find(name).ifPresent(all -> all.each(place -> places.add(destination(place))));
    return places;
  }

  static String destination(Field place) {
    String hint = "must be a country such as CA, or a region of one such as US-AK";
    String code = Values.text(place, REGION, hint);
    if (!Values.isCountry(code.substring(0, 2))) {
      throw place.wrong(hint);
    }
    return code;
  }
}
