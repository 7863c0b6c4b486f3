package dev.cutoff.adapter.notice.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices.Notice;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmlFolderTest {
  private static final Instant AT = Instant.parse("2026-11-24T02:30:00Z");
  private static final String TEXT = "Grüße ☕\n.\nFrom here on\n" + "long ".repeat(400);
  private static final String HTML = "<p>Grüße ☕</p>";

  @TempDir private Path root;

  @Test
  void aMailProgramReadsWhatWasWritten() throws Exception {
    Notice notice = notice("DTC-1#SHP-DTC-1-1#shipped#email", "Größe ☕ is on its way");
    new EmlFolder(folder()).send(notice, AT);
    MimeMessage read = read(files().getFirst());

    assertThat(read.getSubject()).isEqualTo("Größe ☕ is on its way");
    InternetAddress from = (InternetAddress) read.getFrom()[0];
    assertThat(from.getPersonal()).isEqualTo("Käse, \"Brot\" & Co");
    assertThat(from.getAddress()).isEqualTo("orders@acme.example");
    assertThat(read.getRecipients(Message.RecipientType.TO)).hasSize(1);
    assertThat(read.getAllRecipients()).hasSize(1);
    assertThat(read.getSentDate().toInstant()).isEqualTo(AT);
    assertThat(read.getMessageID()).matches("<[0-9a-f]{32}@acme\\.example>");
    assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getCount()).isEqualTo(2);
    BodyPart text = parts.getBodyPart(0);
    assertThat(text.isMimeType("text/plain")).isTrue();
    assertThat(text.getContent().toString().replace("\r\n", "\n")).isEqualTo(TEXT);
    assertThat(parts.getBodyPart(1).isMimeType("text/html")).isTrue();
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(HTML);
  }

  @Test
  void noHeaderCanBeSmuggledInThroughTheSubject() throws Exception {
    new EmlFolder(folder()).send(notice("k#email", "Hello\r\nBcc: eve@evil.example\r\n\r\nx"), AT);
    MimeMessage read = read(files().getFirst());

    assertThat(read.getHeader("Bcc")).isNull();
    assertThat(read.getAllRecipients()).hasSize(1);
    assertThat(read.getSubject()).isEqualTo("Hello Bcc: eve@evil.example x");
  }

  @Test
  void noHeaderCanBeSmuggledInThroughAnAddress() {
    Notice notice =
        new Notice(
            "k", "a@acme.example", "sam@example.com\r\nBcc: eve@evil.example", "s", "t", "h");

    assertThatThrownBy(() -> new EmlFolder(folder()).send(notice, AT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder().toFile().list()).isEmpty();
  }

  @Test
  void theSameNoticeTwiceIsOneMessage() throws Exception {
    EmlFolder mail = new EmlFolder(folder());
    mail.send(notice("DTC-1##confirmed#email", "One"), AT);
    byte[] first = Files.readAllBytes(files().getFirst());
    mail.send(notice("DTC-1##confirmed#email", "One"), AT);

    assertThat(files()).hasSize(1);
    assertThat(Files.readAllBytes(files().getFirst())).isEqualTo(first);
  }

  @Test
  void mailProgramsAreOfferedOneClickThatEndsThem() throws Exception {
    EmlFolder mail = new EmlFolder(folder());
    mail.send(
        new Notice(
            "k",
            "orders@acme.example",
            "sam@example.com",
            "s",
            TEXT,
            HTML,
            "de",
            "https://orders.acme.example/t/token/stop/email"),
        AT);

    MimeMessage read = read(files().getFirst());
    assertThat(read.getHeader("List-Unsubscribe"))
        .containsExactly("<https://orders.acme.example/t/token/stop/email>");
    assertThat(read.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(read.getHeader("Content-Language")).containsExactly("de");
  }

  @Test
  void twoKeysAreNeverOneFileAndNoKeyLeavesTheFolder() throws Exception {
    EmlFolder mail = new EmlFolder(folder());
    for (String key :
        List.of("a#b", "a-b", "a/b", "../../a", "..", "A".repeat(500), "A".repeat(501))) {
      mail.send(notice(key, "s"), AT);
    }

    assertThat(files()).hasSize(7).allMatch(file -> file.getFileName().toString().endsWith(".eml"));
    assertThat(root.toFile().list()).containsExactly("mail");
  }

  @Test
  void aFolderThatCannotBeWrittenIsTriedAgain() throws IOException {
    Files.writeString(folder(), "a file where the folder should be");

    assertThatThrownBy(() -> new EmlFolder(folder()).send(notice("k", "s"), AT))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageNotContaining("sam@example.com");
  }

  private Path folder() {
    return root.resolve("mail");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList();
    }
  }

  private static MimeMessage read(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  private static Notice notice(String key, String subject) {
    return new Notice(
        key,
        Mailbox.named("Käse, \"Brot\" & Co", "orders@acme.example"),
        "sam@example.com",
        subject,
        TEXT,
        HTML);
  }
}
