package dev.cutoff.adapter.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.cutoff.merchant.Brand;
import dev.cutoff.page.DelayPage;
import dev.cutoff.page.OrderPage;
import dev.cutoff.page.application.CustomerPages;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Writes the customer's page from one template, with its look inside. */
public final class HtmlPages implements CustomerPages {
  private final Template template = template("page.html");
  private final Template question = template("delay.html");
  private final String look = Resource.text("page.css");

  @Override
  public Written order(OrderPage page, String languages) {
    return written(
        PageWriter.write(Language.of(page.locale(), languages), page, style(page.brand())));
  }

  @Override
  public Written delay(DelayPage page, String languages) {
    OrderPage order = page.page();
    DelayView view =
        DelayWriter.write(Language.of(order.locale(), languages), page, style(order.brand()));
    return new Written(question.execute(view), view.language(), policy(view.style()));
  }

  @Override
  public Written nothingHere(String languages) {
    return plain(Language.of("", languages), "nothing_here");
  }

  @Override
  public Written comeAgain(String languages) {
    return plain(Language.of("", languages), "come_again");
  }

  private Written plain(Language language, String name) {
    Words words = Words.in(language);
    return written(
        new View(
            language.tag(),
            style(Brand.PLAIN),
            words.of(name),
            null,
            words.of(name),
            words.of(name + "_more"),
            null,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            "",
            View.Contents.NONE,
            View.Contents.NONE,
            null,
            words.byName()));
  }

  private Written written(View view) {
    return new Written(template.execute(view), view.language(), policy(view.style()));
  }

  private static Template template(String name) {
    return Mustache.compiler()
        .escapeHTML(true)
        .withLoader(part -> new StringReader(Resource.text(part + ".html")))
        .compile(Resource.text(name));
  }

  private static String policy(String style) {
    return "'sha256-" + hash(style) + "'";
  }

  private String style(Brand brand) {
    return ":root{--accent:%s;--on-accent:%s}\n".formatted(brand.accent(), brand.text()) + look;
  }

  private static String hash(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
