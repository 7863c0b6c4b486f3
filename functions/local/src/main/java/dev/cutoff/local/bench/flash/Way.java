package dev.cutoff.local.bench.flash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The ways to keep stock that are set side by side. */
enum Way {
  CUTOFF_MEMORY("Cutoff, reservation alone, in memory"),
  CUTOFF_DISK("Cutoff, reservation alone, on disk"),
  READ_THEN_WRITE("read, then write; in memory"),
  OPTIMISTIC_VERSION("optimistic version, 5 tries; in memory"),
  FOR_UPDATE("PostgreSQL, SELECT … FOR UPDATE"),
  SKIP_LOCKED("PostgreSQL, a row a unit, SKIP LOCKED");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** As the file of figures calls it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean ours() {
    return this == CUTOFF_MEMORY || this == CUTOFF_DISK;
  }

  boolean needsPostgres() {
    return this == FOR_UPDATE || this == SKIP_LOCKED;
  }

  /**
   * An empty one.
   *
   * @param folder of its own, empty
   */
  Rival open(Path folder, Postgres.Started postgres) throws IOException {
    return switch (this) {
      case CUTOFF_MEMORY -> new ReserveAlone(null);
      case CUTOFF_DISK -> new ReserveAlone(folder);
      case READ_THEN_WRITE -> new ReadThenWrite();
      case OPTIMISTIC_VERSION -> new OptimisticVersion();
      case FOR_UPDATE -> new ForUpdate(postgres.server());
      case SKIP_LOCKED -> new SkipLocked(postgres.server());
    };
  }
}
