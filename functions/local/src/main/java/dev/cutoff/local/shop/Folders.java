package dev.cutoff.local.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run keeps its things.
 *
 * @param home all of it
 */
public record Folders(Path home) {
  public Path tables() {
    return home.resolve("tables");
  }

  public Path documents() {
    return home.resolve("documents");
  }

  public Path mails() {
    return home.resolve("mails");
  }

  public Path secrets() {
    return home.resolve("secrets.json");
  }

  /** Makes them where they are not there. */
  public Folders make() throws IOException {
    Files.createDirectories(tables());
    Files.createDirectories(documents());
    Files.createDirectories(mails());
    return this;
  }
}
