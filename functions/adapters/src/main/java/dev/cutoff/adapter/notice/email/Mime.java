package dev.cutoff.adapter.notice.email;

import dev.cutoff.adapter.notice.words.Plain;
import dev.cutoff.notice.application.Notices.Notice;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;

/** Writes a notice as a MIME message; the same notice and time give the same bytes. */
final class Mime {
  /** Making one looks through the whole class path, and nothing is configured in it. */
  private static final Session SESSION = Session.getInstance(new Properties());

  private Mime() {}

  static byte[] bytes(Notice notice, Instant at) {
    try {
      String name = hash(notice.key());
      InternetAddress from = new InternetAddress(notice.from(), true);
      MimeMessage message =
          new KeyedMessage(
              "<" + name + from.getAddress().substring(from.getAddress().indexOf('@')) + ">");
      message.setFrom(from);
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(notice.to(), true));
      message.setSubject(Plain.line(notice.subject(), 200), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(at));
      // Out-of-office replies to a machine help nobody (RFC 3834).
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Content-Language", notice.language());
      if (!notice.stopLink().isEmpty()) {
        // RFC 8058: mail programs offer one click, and post this to the link.
        message.setHeader("List-Unsubscribe", "<" + notice.stopLink() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
      message.setContent(new Alternative(name, notice.text(), notice.html()));
      message.saveChanges();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      message.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("not a message: " + notice.key(), e);
    }
  }

  /** 128 bits of the key's hash, as file name, boundary and Message-ID. */
  static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static final class KeyedMessage extends MimeMessage {
    private final String id;

    KeyedMessage(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private static final class Alternative extends MimeMultipart {
    Alternative(String boundary, String text, String html) throws MessagingException {
      super("alternative");
      // The library's own boundary counts up and holds the time.
      contentType = "multipart/alternative; boundary=\"" + boundary + "\"";
      add(text, "plain");
      add(html, "html");
    }

    private void add(String content, String subtype) throws MessagingException {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(content, StandardCharsets.UTF_8.name(), subtype);
      part.setHeader("Content-Transfer-Encoding", "quoted-printable");
      addBodyPart(part);
    }
  }
}
