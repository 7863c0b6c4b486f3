package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.adapter.notice.email.MailEvents;
import dev.cutoff.adapter.sns.AnnouncementMessage;
import dev.cutoff.adapter.sqs.SqsVisibility;
import dev.cutoff.notice.application.HeedingComplaints;
import dev.cutoff.notice.application.HeedingComplaints.Complaint;
import dev.cutoff.notice.application.NotifyingCustomer;
import dev.cutoff.notice.application.NotifyingCustomer.Outcome;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** From a queue: Tells the customer what is announced, and heeds what SES says of mails. */
public final class CustomerNoticeHandler implements RequestStreamHandler {
  private final NotifyingCustomer useCase;
  private final HeedingComplaints heeding;
  private final SqsVisibility visibility;

  public CustomerNoticeHandler() {
    this(AwsPlatform.create());
  }

  public CustomerNoticeHandler(Platform platform) {
    this(platform, DaggerCustomerNoticeHandler_Parts.factory().create(platform));
  }

  private CustomerNoticeHandler(Platform platform, Parts parts) {
    this(
        parts.useCase(),
        parts.heeding(),
        new SqsVisibility(
            platform.sqs(), platform.settings().customerNoticesUrl(), platform.clock()));
  }

  CustomerNoticeHandler(
      NotifyingCustomer useCase, HeedingComplaints heeding, SqsVisibility visibility) {
    this.useCase = useCase;
    this.heeding = heeding;
    this.visibility = visibility;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    QueueBatch.handleEach(in, out, this::handled);
  }

  private boolean handled(QueueBatch.Received message) {
    List<Complaint> complaints = MailEvents.read(message.body()).orElse(null);
    if (complaints != null) {
      heeding.heed(complaints);
      return true;
    }
    return switch (useCase.tell(AnnouncementMessage.read(message.body()), message.sentAt())) {
      case Outcome.Told told -> true;
      case Outcome.Later(Instant at) -> {
        visibility.hideUntil(message.receiptHandle(), at);
        yield false;
      }
    };
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    NotifyingCustomer useCase();

    HeedingComplaints heeding();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
