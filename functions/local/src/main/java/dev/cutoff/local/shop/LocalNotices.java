package dev.cutoff.local.shop;

import dev.cutoff.adapter.notice.email.EmailNotices;
import dev.cutoff.adapter.notice.email.EmlFolder;
import dev.cutoff.adapter.notice.phone.MessageFolder;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.notice.application.Notices;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The media on one machine: all of them end in a folder. */
public final class LocalNotices {
  private LocalNotices() {}

  /**
   * All that a merchant file can name.
   *
   * @param publicUrl where the customer's pages are, without a slash at the end; empty for none
   */
  public static List<Notices> all(Path folder, InstantSource clock, String publicUrl) {
    MessageFolder messages = new MessageFolder(folder);
    return List.of(
        new EmailNotices(new EmlFolder(folder), clock, publicUrl),
        new PhoneNotices(PhoneNotices.SMS, messages, publicUrl),
        new PhoneNotices(PhoneNotices.WHATSAPP, messages, publicUrl));
  }
}
