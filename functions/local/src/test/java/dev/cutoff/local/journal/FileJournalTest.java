package dev.cutoff.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileJournalTest extends JournalContract {

  @TempDir Path folder = Path.of("");

  @Override
  Journal open() {
    return Journal.in(folder);
  }

  @Test
  void whatWasWrittenIsThereWhenTheFileIsOpenedAgain(@TempDir Path other) {
    Line line = new Line("book", "k", "text");
    try (Journal journal = Journal.in(other)) {
      journal.write(List.of(line));
    }
    try (Journal journal = Journal.in(other)) {
      assertThat(journal.beginning("book", "")).containsExactly(line);
    }
  }

  @Test
  void aFileThatIsNoJournalIsToldAtTheStart(@TempDir Path other) throws Exception {
    Files.writeString(other.resolve("journal.db"), "not a database, and long enough".repeat(99));
    assertThatThrownBy(() -> Journal.in(other)).hasMessageContaining("journal's file");
  }

  @Test
  void aClosedJournalTakesNothingMore(@TempDir Path other) {
    Journal journal = Journal.in(other);
    journal.close();
    assertThatThrownBy(() -> journal.write(List.of(new Line("book", "k", "text"))))
        .isInstanceOf(IllegalStateException.class);
  }
}
