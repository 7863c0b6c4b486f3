package dev.cutoff.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.SlipLine;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LayoutTest {

  private static final String LETTERS = "abcXYZ 0123-/ßŁжλ東 京אب😀^~\\  iiilllWWWMMM";

  private final Lettering lettering = Lettering.load();
  private final TextFit fit = new TextFit(lettering);

  @Test
  void nothingOnALabelOverlapsOrLeavesThePaperHoweverLongTheTexts() {
    for (int seed = 0; seed < 300; seed++) {
      List<Mark> marks = LabelLayout.of(wild(new Random(seed)), fit);
      apart(marks, LabelLayout.WIDTH, LabelLayout.HEIGHT, "seed " + seed);
    }
  }

  @Test
  void nothingOnASlipOverlapsOrLeavesThePaperHoweverLongTheTexts() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<SlipLine> lines =
          IntStream.rangeClosed(1, 1 + random.nextInt(60))
              .mapToObj(i -> Samples.line(words(random, 60), words(random, 300), i))
              .toList();
      var slip = Samples.slip(lines, words(random, 900), words(random, 6000));
      for (List<Mark> page : SlipLayout.of(slip, SlipPages.Paper.plain(792), fit)) {
        apart(page, 612, 792, "seed " + seed);
      }
      var pages = SlipLayout.of(slip, SlipPages.Paper.withLabel(842), fit);
      apart(pages.getFirst(), 595, 842 - 14 - 288, "above a label, seed " + seed);
      pages.forEach(page -> apart(page, 595, 842, "on A4, seed"));
    }
  }

  @Test
  void nothingOnACustomsFormOverlapsOrLeavesThePaperHoweverLongTheTexts() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      var items =
          IntStream.rangeClosed(1, 1 + random.nextInt(4))
              .mapToObj(i ->
                  CustomsSamples.item(
                      "S".repeat(1 + random.nextInt(60)),
                      words(random, 300),
                      "6109100010",
                      "PT",
                      random.nextInt(1, 99_000_000)))
              .filter(item -> !item.description().isBlank())
              .toList();
      if (items.isEmpty()) {
        continue;
      }
      var content = CustomsSamples.content(items);
      apart(Cn22Layout.of(content, fit).getFirst(), 288, 432, "CN 22, seed " + seed);
      for (List<Mark> page : CustomsLayout.cn23(content, fit)) {
        apart(page, 612, 792, "CN 23, seed " + seed);
      }
    }
  }

  @Test
  void whatDoesNotFitIsCutWithAnEllipsisAndTheLastLinesStay() {
    List<String> lines = IntStream.rangeClosed(1, 20).mapToObj(i -> "Line " + i).toList();
    List<String> shown = fit.block(lines, false, 300, 100, 40, 20).lines();
    assertThat(shown).startsWith("Line 1").contains("…").endsWith("Line 19", "Line 20");
    assertThat(fit.cut("A name without end", 20, false, 100)).endsWith("…");
  }

  private void apart(List<Mark> marks, double width, double height, String which) {
    List<Box> boxes =
        marks.stream()
            .filter(Mark.Text.class::isInstance)
            .map(mark -> box((Mark.Text) mark))
            .toList();
    for (int i = 0; i < boxes.size(); i++) {
      Box a = boxes.get(i);
      assertThat(a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= height)
          .as("%s: %s on the paper", which, a)
          .isTrue();
      for (Box b : boxes.subList(i + 1, boxes.size())) {
        boolean overlap =
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        assertThat(overlap).as("%s: %s over %s", which, a, b).isFalse();
      }
    }
  }

  private Box box(Mark.Text text) {
    double width = lettering.width(text.text(), text.size(), text.bold());
    double left =
        switch (text.align()) {
          case LEFT -> text.x();
          case CENTER -> text.x() - width / 2;
          case RIGHT -> text.x() - width;
        };
    double size = text.size();
    return new Box(
        left,
        text.baseline() - 0.72 * size,
        left + width,
        text.baseline() + 0.2 * size,
        text.text());
  }

  private static LabelContent wild(Random random) {
    return new LabelContent(
        words(random, 60),
        words(random, 60),
        Samples.TRACKING,
        many(random),
        many(random),
        random.nextBoolean() ? null : words(random, 20),
        "US",
        Samples.label(false).shipDate(),
        1 + random.nextInt(99_999),
        1,
        1 + random.nextInt(200),
        words(random, 64),
        words(random, 40),
        random.nextBoolean() ? null : words(random, 20),
        random.nextBoolean() ? null : words(random, 20),
        random.nextBoolean() ? null : words(random, 12),
        random.nextBoolean() ? List.of() : many(random),
        random.nextBoolean());
  }

  private static List<String> many(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(12)).mapToObj(i -> words(random, 90)).toList();
  }

  private static String words(Random random, int most) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder words = new StringBuilder("x");
    random
        .ints(random.nextInt(most), 0, letters.length)
        .forEach(i -> words.appendCodePoint(letters[i]));
    return words.toString();
  }

  private record Box(double left, double top, double right, double bottom, String text) {}
}
