package dev.cutoff.adapter.notice.email;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** Puts each message into a folder as an .eml file, which any mail program opens. */
public final class EmlFolder implements Sender {
  private static final int LONGEST_NAME = 150;

  private final Path folder;

  public EmlFolder(Path folder) {
    this.folder = folder;
  }

  /** A file is there whole or not at all, and the same notice has the same file. */
  @Override
  public void send(Notice notice, Instant at) {
    Path file = fileOf(notice);
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, ".", ".tmp");
      try {
        Files.write(unfinished, Mime.bytes(notice, at));
        Files.move(
            unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new TryAgainLater("the folder for mail took not the file " + file.getFileName(), e);
    }
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  /** The key as far as a file name can hold it; its hash keeps two keys two files. */
  Path fileOf(Notice notice) {
    String readable = notice.key().replaceAll("[^A-Za-z0-9_-]+", "-");
    String cut = readable.substring(0, Math.min(readable.length(), LONGEST_NAME));
    return folder.resolve(cut + "-" + Mime.hash(notice.key()).substring(0, 8) + ".eml");
  }
}
