package dev.cutoff.adapter.notice.email;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.Notices.Notice;
import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * Sends through Amazon SES. SES knows no idempotency key: the client must not retry by itself, or
 * an answer that was lost becomes a second message.
 */
public final class SesSender implements Sender {
  private final SesV2Client client;

  public SesSender(SesV2Client client) {
    this.client = client;
  }

  @Override
  public void send(Notice notice, Instant at) {
    byte[] message = Mime.bytes(notice, at);
    try {
      client.sendEmail(request ->
          request
              .fromEmailAddress(notice.from())
              .destination(destination -> destination.toAddresses(notice.to()))
              .content(content -> content.raw(raw -> raw.data(SdkBytes.fromByteArray(message)))));
    } catch (SdkServiceException e) {
      // Also where SES refuses it for good: after eight tries it is a dead letter, where people
      // look.
      throw new TryAgainLater("SES answered " + e.statusCode() + ": not sent", e);
    } catch (SdkClientException e) {
      throw new Notices.InDoubt("SES did not answer", e);
    }
  }

  @Override
  public boolean repeatable() {
    return false;
  }
}
