package dev.cutoff.local.shop;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.api.ApiHandler;
import dev.cutoff.handler.CustomerNoticeHandler;
import dev.cutoff.handler.DockWatchHandler;
import dev.cutoff.handler.HotReservationsHandler;
import dev.cutoff.handler.IntakeHandler;
import dev.cutoff.handler.PostageHandler;
import dev.cutoff.handler.PromiseWatchHandler;
import dev.cutoff.handler.StockAuditHandler;
import dev.cutoff.handler.StockChangeHandler;
import dev.cutoff.handler.StoreUpdateHandler;
import dev.cutoff.handler.SweeperHandler;
import dev.cutoff.handler.TrackingInHandler;
import dev.cutoff.platform.Platform;
import dev.cutoff.step.AwaitPaymentHandler;
import dev.cutoff.step.CompensateHandler;
import dev.cutoff.step.HoldHandler;
import dev.cutoff.step.IngestHandler;
import dev.cutoff.step.LabelHandler;
import dev.cutoff.step.NotifyHandler;
import dev.cutoff.step.QueueForStockHandler;
import dev.cutoff.step.RateShopHandler;
import dev.cutoff.step.ReserveHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The functions of the template, and how each is made on a platform. */
final class ShopFunctions {
  /** The steps of the state machine, as its definition calls them. */
  static final Map<String, Function<Platform, RequestStreamHandler>> STEPS = steps();

  private ShopFunctions() {}

  /** All of them, by the name that the template gives them. */
  static Map<String, Function<Platform, RequestStreamHandler>> all() {
    Map<String, Function<Platform, RequestStreamHandler>> all = new LinkedHashMap<>(STEPS);
    all.put("Intake", IntakeHandler::new);
    all.put("Api", ApiHandler::new);
    all.put("TrackingIn", TrackingInHandler::new);
    all.put("StoreUpdate", StoreUpdateHandler::new);
    all.put("CustomerNotice", CustomerNoticeHandler::new);
    all.put("StockChange", StockChangeHandler::new);
    all.put("StockAudit", StockAuditHandler::new);
    all.put("HotReservations", HotReservationsHandler::new);
    all.put("PromiseWatch", PromiseWatchHandler::new);
    all.put("Postage", PostageHandler::new);
    all.put("DockWatch", DockWatchHandler::new);
    all.put("Sweeper", SweeperHandler::new);
    return all;
  }

  private static Map<String, Function<Platform, RequestStreamHandler>> steps() {
    Map<String, Function<Platform, RequestStreamHandler>> steps = new LinkedHashMap<>();
    steps.put("Ingest", IngestHandler::new);
    steps.put("Reserve", ReserveHandler::new);
    steps.put("RateShop", RateShopHandler::new);
    steps.put("Label", LabelHandler::new);
    steps.put("Notify", NotifyHandler::new);
    steps.put("QueueForStock", QueueForStockHandler::new);
    steps.put("AwaitPayment", AwaitPaymentHandler::new);
    steps.put("Hold", HoldHandler::new);
    steps.put("Compensate", CompensateHandler::new);
    return steps;
  }
}
