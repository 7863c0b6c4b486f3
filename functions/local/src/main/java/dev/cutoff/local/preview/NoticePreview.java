package dev.cutoff.local.preview;

import dev.cutoff.adapter.notice.email.EmailNotices;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.local.Options;
import dev.cutoff.local.shop.LocalNotices;
import dev.cutoff.local.shop.MerchantBytes;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./cutoff notice preview}: what a customer would be told, by the very words and code. */
public final class NoticePreview {
  private static final String PAGES = "https://orders.example.com";
  private static final String SAMPLE = "events/intake/shopify-order.json";

  private NoticePreview() {}

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    if (!options.word(0, "what to do with notices: ./cutoff notice preview").equals("preview")) {
      throw new Options.Wrong("notices can be previewed: ./cutoff notice preview");
    }
    Path config = options.path("--config").orElse(root.resolve("infra/merchant/merchant.json"));
    Merchant merchant = MerchantBytes.read(MerchantBytes.of(config), config.toString());
    Store store = store(merchant, options.value("--store"));
    What what = what(options.value("--event").orElse("shipped"));
    SampleOrder sample =
        SampleOrder.read(
            options
                .path("--order")
                .filter(file -> !file.toString().equals("sample"))
                .orElse(root.resolve(SAMPLE)),
            merchant,
            store,
            options.value("--language").orElse(store.telling().language()));
    Notices by = medium(options.value("--medium").orElse(EmailNotices.MEDIUM));
    Notice notice =
        by.write(merchant, store, sample.order(what), sample.news(what))
            .orElseThrow(() ->
                new Options.Wrong("nobody is told by " + by.medium() + " of " + what.wireName()));
    print(notice, by, out);
    Optional<Path> html = options.path("--html");
    if (html.isPresent()) {
      Files.writeString(html.get(), notice.html().isEmpty() ? notice.text() : notice.html());
      out.println("(written to " + html.get() + ")");
    }
    return 0;
  }

  private static void print(Notice notice, Notices by, PrintStream out) {
    if (by.medium().equals(EmailNotices.MEDIUM)) {
      out.println("From: " + notice.from());
      out.println("Subject: " + notice.subject());
    }
    out.println("Language: " + notice.language());
    out.println();
    out.println(notice.text());
  }

  private static Store store(Merchant merchant, Optional<String> id) {
    return merchant.stores().values().stream()
        .filter(store -> id.isEmpty() || store.id().value().equals(id.get()))
        .findFirst()
        .orElseThrow(() ->
            new Options.Wrong(
                "there is no such store; there are "
                    + merchant.stores().keySet().stream()
                        .map(store -> store.value())
                        .collect(Collectors.joining(", "))));
  }

  private static What what(String wireName) {
    return Arrays.stream(What.values())
        .filter(what -> what.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() ->
            new Options.Wrong(
                "--event is one of "
                    + Arrays.stream(What.values())
                        .map(What::wireName)
                        .collect(Collectors.joining(", "))));
  }

  private static Notices medium(String medium) {
    List<Notices> all = LocalNotices.all(Path.of("."), InstantSource.fixed(Instant.EPOCH), PAGES);
    return all.stream()
        .filter(each -> each.medium().equals(medium))
        .findFirst()
        .orElseThrow(() ->
            new Options.Wrong(
                "--medium is one of "
                    + EmailNotices.MEDIUM
                    + ", "
                    + PhoneNotices.SMS
                    + ", "
                    + PhoneNotices.WHATSAPP));
  }
}
