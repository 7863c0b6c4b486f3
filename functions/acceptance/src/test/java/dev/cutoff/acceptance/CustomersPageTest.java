package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.platform.RandomTokens;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer opens the link of a notice, again and again, until the parcel is there. */
class CustomersPageTest {
  private static final String ID = "DTC-1001";

  private final RunningShop shop =
      RunningShop.open(Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of());
  private final Play play = new Play(shop);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theLinkShowsTheOrderFromTheFirstMinuteToTheDoor() throws Exception {
    play.places(AShopifyOrder.mug(1001)).is(202);
    play.becomes(ID, "labelled");
    String path = shop.pageOf(ID);

    assertThat(page(path, "en"))
        .contains("Your order is about to leave", "<dd>1001</dd>", "MUG-01", "Boston, MA");
    play.handsOver(ID);
    assertThat(page(path, "en")).contains("Your order is on its way", "Arrives by");
    play.couriersScan();
    shop.pass(Duration.ofHours(1));
    play.carrierSays(ID, "delivery_attempted", "Back porch <b>");
    assertThat(page(path, "en"))
        .contains("The carrier could not deliver a parcel", "Back porch &lt;b&gt;");
    play.isCarried(ID);
    assertThat(page(path, "en")).contains("Your order has arrived", "<ol class=\"way\">");
  }

  @Test
  void aCancelledOrderIsToldSo() throws Exception {
    play.places(AShopifyOrder.mug(1001)).is(202);
    play.becomes(ID, "labelled");
    play.cancels(ID).is(200);
    play.becomes(ID, "cancelled");

    assertThat(page(shop.pageOf(ID), "de")).contains("Ihre Bestellung wurde storniert");
  }

  @Test
  void whatIsNotLateOrHasLeftIsNotCancelledByThePage() throws Exception {
    play.places(AShopifyOrder.mug(1001)).is(202);
    play.becomes(ID, "labelled");
    String path = shop.pageOf(ID) + "/delay";

    assertThat(page(path, "en")).contains("There is nothing to answer").doesNotContain("<form");
    answered(path, "answer=cancel", 409, "There is nothing to answer");
    answered(path, "answer=keep&day=2026-12-01", 409, "There is nothing to answer");
    answered(path, "answer=%", 400, null);
    answered(path, "nonsense", 400, "There is nothing to answer");
    play.handsOver(ID);
    answered(path, "answer=cancel", 409, "It is too late to cancel");
    answered("/t/AAAAAAAAAAAAAAAAAAAAAA/delay", "answer=cancel", 404, "There is nothing here");
    assertThat(page(shop.pageOf(ID), "en")).contains("Your order is on its way");
  }

  private void answered(String path, String form, int status, @Nullable String words)
      throws Exception {
    HttpResponse<String> answer =
        Api.HTTP.send(
            HttpRequest.newBuilder(request(path, "en").uri())
                .header("accept-language", "en")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(form).isEqualTo(status);
    if (words != null) {
      assertPrivate(answer);
      assertThat(answer.body()).contains(words);
    }
  }

  @Test
  void nobodyWhoGuessesLearnsAnything() throws Exception {
    play.places(AShopifyOrder.mug(1001)).is(202);
    play.becomes(ID, "labelled");
    String token = shop.pageOf(ID).substring("/t/".length());
    Set<String> answers = new TreeSet<>();

    for (String guess :
        new String[] {
          token.substring(1),
          token + "A",
          token.toUpperCase(Locale.ROOT),
          "AAAAAAAAAAAAAAAAAAAAAA",
          "x",
          ID,
          "1001",
          "%3Cscript%3E",
          "A".repeat(2_000)
        }) {
      HttpResponse<String> answer = get("/t/" + guess, "en");
      assertThat(answer.statusCode()).as(guess).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Acme", "1001", "script>");
      answers.add(answer.body());
      assertPrivate(answer);
    }
    assertThat(answers).as("whatever was wrong, the same is told").hasSize(1);
    assertThat(get("/t/AAAAAAAAAAAAAAAAAAAAAA", "fr").body()).contains("Il n’y a rien ici");
  }

  /** Keys of pages are made of 128 bits that nobody can guess, on AWS and on one machine. */
  @Test
  void noTwoLinksAreAlikeAndNoneCountsUp() {
    RandomTokens tokens = new RandomTokens();
    Set<String> drawn = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      drawn.add(tokens.next());
    }

    assertThat(drawn).hasSize(1_000).allMatch(token -> token.matches("[A-Za-z0-9_-]{22}"));
    // Of random ones no first character is rare: each of 64 comes some sixteen times.
    assertThat(drawn.stream().map(token -> token.charAt(0)).distinct().count()).isGreaterThan(48);
  }

  /** Told, not judged: this machine may be busy. */
  @Test
  void howLongTheFirstByteTakesIsTold() throws Exception {
    play.places(AShopifyOrder.mug(1001)).is(202);
    play.becomes(ID, "labelled");
    String path = shop.pageOf(ID);
    long[] millis = new long[50];
    for (int warm = 0; warm < 100; warm++) {
      page(path, "en");
    }
    for (int i = 0; i < millis.length; i++) {
      long before = System.nanoTime();
      HttpResponse<InputStream> answer =
          Api.HTTP.send(request(path, "en"), BodyHandlers.ofInputStream());
      assertThat(answer.body().read()).isEqualTo('<');
      millis[i] = (System.nanoTime() - before) / 1_000;
      answer.body().close();
    }
    Arrays.sort(millis);
    System.out.printf(
        "The customer's page: first byte after %.1f ms (median of %d), %.1f ms at most%n",
        millis[millis.length / 2] / 1e3, millis.length, millis[millis.length - 1] / 1e3);
  }

  /** The page, which tells nobody more than it has to. */
  private String page(String path, String languages) throws Exception {
    HttpResponse<String> answer = get(path, languages);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertPrivate(answer);
    assertThat(answer.body())
        .doesNotContain("Sam Example", "sam1001@", "Beacon Street", "02108", "null");
    return answer.body();
  }

  private static void assertPrivate(HttpResponse<?> answer) {
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("x-robots-tag").orElse("")).contains("noindex");
    assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
  }

  private HttpResponse<String> get(String path, String languages) throws Exception {
    // The contract is held against it on the way.
    new Api(shop, "").get(path);
    return Api.HTTP.send(request(path, languages), BodyHandlers.ofString());
  }

  private HttpRequest request(String path, String languages) {
    return HttpRequest.newBuilder(URI.create(shop.address() + path))
        .header("accept-language", languages)
        .timeout(Duration.ofSeconds(60))
        .build();
  }
}
