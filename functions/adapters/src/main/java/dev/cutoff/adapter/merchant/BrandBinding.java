package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Carrier;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** What customers see of a store and its carriers, as the file writes it. */
final class BrandBinding {
  /** Of plain characters alone: it becomes part of a link. */
  private static final Pattern MAILBOX =
      Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final String HELP =
      "must be an e-mail address, or the https address of a page where customers ask";
  private static final String TRACKING =
      "must be an https address with {number} once, after the host, such as"
          + " https://track.example.com/?n={number}";
  private static final int LONGEST = 300;

  private BrandBinding() {}

  static Brand brand(Field brand) {
    return new Brand(
        brand.find("accent").map(BrandBinding::accent).orElse(Brand.PLAIN.accent()),
        brand.find("help").map(BrandBinding::help).orElse(""));
  }

  private static String accent(Field field) {
    return Values.text(field, COLOUR, "must be a colour such as \"#1f4fd8\"")
        .toLowerCase(Locale.ROOT);
  }

  private static String help(Field field) {
    String help = Values.text(field);
    if (MAILBOX.matcher(help).matches() || isPage(help)) {
      return help;
    }
    throw field.wrong(HELP);
  }

  static String trackingUrl(Field field) {
    String url = Values.text(field);
    int at = url.indexOf(Carrier.NUMBER);
    String page = url.replace(Carrier.NUMBER, "0");
    boolean once = at > 0 && at == url.lastIndexOf(Carrier.NUMBER);
    if (!once || !isPage(page) || at <= url.indexOf('/', "https://".length())) {
      throw field.wrong(TRACKING);
    }
    return url;
  }

  /** Customers click on it: nothing but a page that is fetched safely. */
  private static boolean isPage(String text) {
    try {
      URI page = URI.create(text);
      return text.length() <= LONGEST
          && "https".equals(page.getScheme())
          && page.getHost() != null
          && page.getUserInfo() == null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
