package dev.cutoff.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.audit.application.AuditingStock;
import dev.cutoff.audit.application.KeepingBooks;
import dev.cutoff.audit.application.Report;
import dev.cutoff.exception.application.ResolvingStockException;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * On a schedule: holds the counters of stock to the ledger, brings what does not fit before people,
 * takes lots past their days out of sale and plans the next counts. It corrects no counter.
 */
public final class StockAuditHandler implements RequestStreamHandler {
  private static final long ROWS_A_LINE = 20_000;

  private final Parts parts;

  public StockAuditHandler() {
    this(AwsPlatform.create());
  }

  public StockAuditHandler(Platform platform) {
    this.parts = parts(platform);
  }

  /** The parts of an audit on a platform, for a command. */
  public static Parts parts(Platform platform) {
    return DaggerStockAuditHandler_Parts.factory().create(platform);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    long[] told = new long[1];
    Report report =
        parts
            .auditing()
            .audit(rows -> {
              if (rows < told[0]) {
                told[0] = 0;
              }
              if (rows - told[0] >= ROWS_A_LINE) {
                told[0] = rows;
                context.getLogger().log("stock audit: %,d rows read".formatted(rows));
              }
            });
    KeepingBooks.Kept kept = parts.keeping().keep(report);
    parts
        .metrics()
        .report(
            Map.of(
                "StockAuditRounds", 1L,
                "StockDrifts", (long) report.drifts().size(),
                "StockUnsettled", (long) report.unsettled().size()));
    out.write(
        "{\"rows\":%d,\"shelves\":%d,\"orders\":%d,\"drifts\":%d,\"unsettled\":%d,\"expired\":%d}"
            .formatted(
                report.rows(),
                report.shelves(),
                report.orders(),
                report.drifts().size(),
                report.unsettled().size(),
                kept.expired().size())
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  public interface Parts {
    AuditingStock auditing();

    KeepingBooks keeping();

    ResolvingStockException resolving();

    Metrics metrics();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
