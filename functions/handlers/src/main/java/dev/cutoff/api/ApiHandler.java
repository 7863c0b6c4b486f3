package dev.cutoff.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dagger.Component;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.platform.Adapters;
import dev.cutoff.platform.AwsPlatform;
import dev.cutoff.platform.Platform;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Serves people: every route that needs authorisation, and the customer's page. */
public final class ApiHandler implements RequestStreamHandler {
  private final Parts parts;

  public ApiHandler() {
    this(AwsPlatform.create());
    parts.customerPages().prime();
  }

  public ApiHandler(Platform platform) {
    this.parts = DaggerApiHandler_Parts.factory().create(platform);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    answer(HttpRequest.read(in)).write(out);
  }

  private HttpAnswer answer(HttpRequest request) {
    try {
      return route(request);
    } catch (BadRequest bad) {
      return HttpAnswer.problem(400, "Bad request", String.valueOf(bad.getMessage()));
    } catch (TryAgainLater busy) {
      return HttpAnswer.problem(503, "Busy", "try again in a moment");
    } catch (SetupIncomplete missing) {
      return HttpAnswer.problem(503, "Not set up yet", String.valueOf(missing.getMessage()));
    }
  }

  private HttpAnswer route(HttpRequest request) {
    return switch (request.route()) {
      case "GET /orders" -> parts.orders().list(request);
      case "GET /orders/{orderId}" -> parts.orders().show(request);
      case "GET /orders/{orderId}/timeline" -> parts.orders().timeline(request);
      case "GET /orders/{orderId}/receipt" -> parts.orders().receipt(request);
      case "POST /orders/{orderId}/cancel" -> parts.orders().cancel(request);
      case "GET /promise" -> parts.promises().show(request);
      case "GET /stock/{sku}" -> parts.stock().show(request);
      case "POST /stock/observations" -> parts.stock().observe(request);
      case "GET /stock/{sku}/ledger" -> parts.ledger().show(request);
      case "POST /stock/movements" -> parts.ledger().book(request);
      case "GET /stock/counts/due" -> parts.counts().due(request);
      case "GET /inbound" -> parts.inbound().list(request);
      case "POST /inbound" -> parts.inbound().put(request);
      case "POST /inbound/{reference}/slip" -> parts.inbound().slip(request);
      case "POST /inbound/{reference}/receipts" -> parts.inbound().receive(request);
      case "GET /exceptions" -> parts.exceptions().list(request);
      case "POST /exceptions/{id}/assign" -> parts.exceptions().assign(request);
      case "POST /exceptions/{id}/resolve" -> parts.exceptions().resolve(request);
      case "POST /shipments/{shipmentId}/picked" -> parts.shipments().pick(request);
      case "POST /shipments/{shipmentId}/packed" -> parts.shipments().pack(request);
      case "POST /shipments/{shipmentId}/handover" -> parts.shipments().handOver(request);
      case "POST /shipments/{shipmentId}/returnlabel" -> parts.returns().label(request);
      case "POST /scans/dock" -> parts.shipments().scan(request);
      case "GET /manifests" -> parts.manifests().list(request);
      case "POST /manifests" -> parts.manifests().close(request);
      case "GET /labels/{file}" -> parts.shipments().document(request);
      case "GET /shipments/{shipmentId}/documents" -> parts.prints().shipment(request);
      case "GET /waves/labels" -> parts.prints().wave(request);
      case "GET /print/{link}" -> parts.prints().fetch(request);
      case "GET /postage/balances" -> parts.postage().balances(request);
      case "GET /postage/orphans" -> parts.postage().orphans(request);
      case "GET /postage/stops" -> parts.postage().stops(request);
      case "POST /postage/stops" -> parts.postage().turn(request);
      case "GET /t/{token}" -> parts.customerPages().show(request);
      case "GET /t/{token}/delay" -> parts.customerPages().askDelay(request);
      case "POST /t/{token}/delay" -> parts.customerPages().answerDelay(request);
      case "POST /postage/invoices" -> parts.invoices().match(request);
      case "GET /t/{token}/stop/{medium}" -> parts.notices().ask(request);
      case "POST /t/{token}/stop/{medium}" -> parts.notices().stop(request);
      case "GET /carriers" -> parts.carriers().list();
      case "GET /deadletters" -> parts.deadLetters().list(request);
      case "POST /deadletters/replay" -> parts.deadLetters().replay(request);
      case "POST /stores/{storeId}/replay" -> parts.deadLetters().retell(request);
      case "GET /health" -> HttpAnswer.json(200, Map.of("status", "ok"));
      default ->
          HttpAnswer.problem(501, "Not built yet", "the contract has this route; it comes later");
    };
  }

  /** What this function is made of. */
  @Singleton
  @Component(modules = Adapters.class, dependencies = Platform.class)
  interface Parts {
    OrdersApi orders();

    PromiseApi promises();

    StockApi stock();

    LedgerApi ledger();

    CountsApi counts();

    InboundApi inbound();

    ExceptionsApi exceptions();

    ShipmentsApi shipments();

    ReturnsApi returns();

    PrintApi prints();

    PostageApi postage();

    CustomerPageApi customerPages();

    InvoicesApi invoices();

    NoticesApi notices();

    CarriersApi carriers();

    ManifestsApi manifests();

    DeadLettersApi deadLetters();

    /** Makes it on a platform. */
    @Component.Factory
    interface Factory {
      Parts create(Platform platform);
    }
  }
}
