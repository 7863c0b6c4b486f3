package dev.cutoff.platform;

import dev.cutoff.adapter.notice.email.EmailNotices;
import dev.cutoff.adapter.notice.email.SesSender;
import dev.cutoff.adapter.notice.phone.AwsMessages;
import dev.cutoff.adapter.notice.phone.AwsWhatsApp;
import dev.cutoff.adapter.notice.phone.PhoneNotices;
import dev.cutoff.adapter.notice.phone.SignedCalls;
import dev.cutoff.notice.application.Notices;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The media on AWS: e-mail always, the others where the stack was given who they are from. */
final class AwsNotices {
  private AwsNotices() {}

  static List<Notices> all(InstantSource clock, String pages) {
    String sms = Settings.optional("SMS_IDENTITY");
    String whatsApp = Settings.optional("WHATSAPP_IDENTITY");
    List<Notices> all = new ArrayList<>();
    all.add(new EmailNotices(new SesSender(ses()), clock, pages));
    if (!sms.isEmpty()) {
      AwsMessages sender = new AwsMessages(calls("sms-voice"), sms);
      all.add(new PhoneNotices(PhoneNotices.SMS, sender, pages));
    }
    if (!whatsApp.isEmpty()) {
      AwsWhatsApp sender = new AwsWhatsApp(calls("social-messaging"), whatsApp);
      all.add(new PhoneNotices(PhoneNotices.WHATSAPP, sender, pages));
    }
    return List.copyOf(all);
  }

  /** A lost answer must not become a second mail: the queue decides about the next try. */
  private static SesV2Client ses() {
    return SesV2Client.builder()
        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private static SignedCalls calls(String service) {
    String region = Settings.variable("AWS_REGION");
    return new SignedCalls(
        UrlConnectionHttpClient.create(),
        DefaultCredentialsProvider.builder().build(),
        region,
        URI.create("https://" + service + "." + region + ".amazonaws.com"));
  }
}
