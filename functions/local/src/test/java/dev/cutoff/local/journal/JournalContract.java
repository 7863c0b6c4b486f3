package dev.cutoff.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a journal promises, wherever it is kept. */
abstract class JournalContract {

  private Journal journal = Journal.inMemory();

  abstract Journal open();

  @BeforeEach
  void start() {
    journal = open();
  }

  @AfterEach
  void stop() {
    journal.close();
  }

  @Test
  void aLineIsFoundUnderItsKeyInItsBook() {
    journal.write(List.of(new Line("one", "k", "text"), new Line("two", "k", "other")));
    assertThat(journal.find("one", "k")).isEqualTo("text");
    assertThat(journal.find("two", "k")).isEqualTo("other");
    assertThat(journal.find("three", "k")).isNull();
  }

  @Test
  void aLineWrittenAgainIsTheLaterOneAndOneWithoutTextIsGone() {
    journal.write(List.of(new Line("book", "k", "first")));
    journal.write(List.of(new Line("book", "k", "second")));
    assertThat(journal.find("book", "k")).isEqualTo("second");
    journal.write(List.of(Line.gone("book", "k"), Line.gone("book", "never there")));
    assertThat(journal.find("book", "k")).isNull();
    assertThat(journal.beginning("book", "")).isEmpty();
  }

  @Test
  void linesOfOneBeginningComeByKey() {
    Line a = new Line("book", "a#10", "ten");
    Line b = new Line("book", "a#2", "two");
    Line beyond = new Line("book", "b#1", "beyond");
    journal.write(List.of(beyond, b, a));
    assertThat(journal.beginning("book", "a#")).containsExactly(a, b);
    assertThat(journal.beginning("book", "")).containsExactly(a, b, beyond);
  }

  @Test
  void linesBeforeAKeyComeBackwardsAndNoMoreThanAskedFor() {
    List<Line> lines =
        IntStream.range(0, 9).mapToObj(i -> new Line("book", "k" + i, "text")).toList();
    journal.write(lines);
    assertThat(journal.before("book", "k5", 2)).containsExactly(lines.get(4), lines.get(3));
    assertThat(journal.before("book", "~", 100)).isEqualTo(lines.reversed());
  }

  @Test
  void lettersOfAllScriptsAreKept() {
    Line line = new Line("book", "schlüssel-鍵-🔑", "täxt 文本 😀");
    journal.write(List.of(line));
    assertThat(journal.beginning("book", "schlüssel-")).containsExactly(line);
  }

  @Test
  void manyAtOnceLoseNothing() throws InterruptedException {
    List<Thread> writers =
        IntStream.range(0, 8)
            .mapToObj(writer ->
                Thread.ofVirtual()
                    .start(() -> {
                      for (int i = 0; i < 25; i++) {
                        journal.write(List.of(new Line("book", writer + "-" + i, "text")));
                      }
                    }))
            .toList();
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(journal.beginning("book", "")).hasSize(200);
  }
}
