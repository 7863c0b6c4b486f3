package dev.cutoff.adapter.notice.phone;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.notice.application.Notices.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts each message into a folder as a text file: its number, and what it says. */
public final class MessageFolder implements PhoneSender {
  private static final int LONGEST_NAME = 150;

  private final Path folder;

  public MessageFolder(Path folder) {
    this.folder = folder;
  }

  /** A file is there whole or not at all, and the same notice has the same file. */
  @Override
  public Sent send(Notice notice) {
    String readable = notice.key().replaceAll("[^A-Za-z0-9_-]+", "-");
    String cut = readable.substring(0, Math.min(readable.length(), LONGEST_NAME));
    String hash = new Recipient("message", notice.key()).hash().substring(0, 8);
    Path file = folder.resolve(cut + "-" + hash + ".txt");
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, ".", ".tmp");
      try {
        Files.writeString(unfinished, "To: " + notice.to() + "\n\n" + notice.text() + "\n");
        Files.move(
            unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new TryAgainLater("the folder for messages took not " + file.getFileName(), e);
    }
    return Sent.SENT;
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
