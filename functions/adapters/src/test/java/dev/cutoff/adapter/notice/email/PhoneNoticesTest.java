package dev.cutoff.adapter.notice.email;

import static dev.cutoff.adapter.notice.email.Orders.ID;
import static dev.cutoff.adapter.notice.email.Orders.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.notice.phone.MessageFolder;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.geo.Address;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.notice.application.Notices.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNoticesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "'(510) 555-0100', US, +15105550100",
    "'+1 510 555 0100', US, +15105550100",
    "'01512 3456789', DE, +4915123456789",
    "'0049 1512 3456789', DE, +4915123456789",
    "'+49 1512 3456789', US, +4915123456789",
    "'06 12 34 56 78', FR, +33612345678",
    // Houses, and what is no number.
    "'030 901820', DE,",
    "'0800 1234567', DE,",
    "'12', US,",
    "'call me', US,",
    "'', US,"
  })
  void aMessageGoesToAMobileNumberAlone(String phone, String country, String to) {
    assertThat(write(phone, country).map(Notice::to)).isEqualTo(Optional.ofNullable(to));
  }

  @Test
  void theSameMessageTwiceIsOneFile() throws Exception {
    MessageFolder messages = new MessageFolder(folder);
    Notice notice = write("+1 510 555 0100", "US").orElseThrow();

    messages.send(notice);
    messages.send(notice);

    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      assertThat(Files.readString(all.getFirst()))
          .startsWith("To: +15105550100\n\nAcme: your order #90412 is on its way");
    }
  }

  private Optional<Notice> write(String phone, String country) {
    Address to =
        Address.of("Sam Example", "", "12 Sample St", "", "Town", "", "94607", country, phone);
    return new PhoneNotices(PhoneNotices.SMS, new MessageFolder(folder), "")
        .write(
            Orders.merchant(),
            Orders.store("Acme"),
            Orders.usual().goingTo(to, "en").order(),
            News.of(new Announcement(What.SHIPPED, ID, "SHP-DTC-90412-1", null, NOW)));
  }
}
