package dev.cutoff.local.audit;

import dev.cutoff.audit.application.KeepingBooks;
import dev.cutoff.audit.application.Report;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.ResolvingStockException.Outcome;
import dev.cutoff.handler.StockAuditHandler;
import java.io.IOException;

/**
 * One run of the command. Without {@code --apply} it reads and tells, and writes nothing. With it,
 * the round is kept, what can be corrected is, and a second reading says what is left.
 */
final class Auditing {
  private static final String BY = "./cutoff audit stock --apply";

  private final StockAuditHandler.Parts parts;
  private final Telling telling;

  Auditing(StockAuditHandler.Parts parts, Telling telling) {
    this.parts = parts;
    this.telling = telling;
  }

  /** The exit code: 0 where in the end everything adds up. */
  int run(boolean apply) throws IOException {
    Report report = parts.auditing().audit(telling::progress);
    telling.report(report);
    if (apply && !report.drifts().isEmpty()) {
      KeepingBooks.Kept kept = parts.keeping().keep(report);
      for (StockException each : kept.raised()) {
        if (each.actions().contains(Action.APPLY_CORRECTION)) {
          apply(each);
        }
      }
      report = parts.auditing().audit(telling::progress);
      telling.left(report);
    } else if (apply) {
      parts.keeping().keep(report);
    } else {
      telling.nothingWritten(report);
    }
    telling.write(report);
    return report.drifts().isEmpty() ? 0 : 1;
  }

  private void apply(StockException each) {
    switch (parts.resolving().resolve(each, Action.APPLY_CORRECTION, BY)) {
      case Outcome.Resolved resolved -> telling.applied(resolved.exception());
      case Outcome.Refused refused -> telling.notApplied(each, refused.why());
      case Outcome.AlreadyResolved already -> telling.notApplied(each, "somebody was faster");
      case Outcome.NotPossible no -> telling.notApplied(each, "nothing is proposed");
    }
  }
}
