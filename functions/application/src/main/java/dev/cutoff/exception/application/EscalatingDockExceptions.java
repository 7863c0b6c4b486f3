package dev.cutoff.exception.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.application.Merchants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Hands what nobody looked after in time to the next owner: parcels, trucks and balances have no
 * execution whose timeout would do it. A truck does not wait a week, so that its clock counts. The
 * last owner keeps it.
 */
public final class EscalatingDockExceptions {
  private final Exceptions exceptions;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public EscalatingDockExceptions(Exceptions exceptions, Merchants merchants, InstantSource clock) {
    this.exceptions = exceptions;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** One round; how many went to another owner. */
  public int escalate() {
    Instant now = clock.instant();
    int escalated = 0;
    String cursor = null;
    do {
      Exceptions.Page page = exceptions.open(null, null, cursor);
      for (QueueEntry entry : page.items()) {
        if (entry.dueAt().isAfter(now)) {
          // The nearest clock comes first: no other has run out.
          return escalated;
        }
        escalated += entry instanceof DockException dock && escalate(dock, now) ? 1 : 0;
      }
      cursor = page.cursor();
    } while (cursor != null);
    return escalated;
  }

  /** Whoever changes it this moment looks at it: it stays for the next round. */
  private boolean escalate(DockException dock, Instant now) {
    Rules rules = merchants.current().rules();
    int next = dock.escalation() + 1;
    return next < rules.owners().size()
        && exceptions.replace(
            dock, dock.escalated(rules.owners().get(next), now.plus(rules.exceptionDue())));
  }
}
