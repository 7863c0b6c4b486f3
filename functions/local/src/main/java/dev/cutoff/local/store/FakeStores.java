package dev.cutoff.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cutoff.merchant.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Shopify's Admin GraphQL API, WooCommerce's REST API and a shop that takes webhooks on this
 * machine, with a state for every order placed: what Cutoff tells the stores in the embedded run,
 * it tells these.
 */
public final class FakeStores implements AutoCloseable {
  private static final String STOCK = " stock";

  private final ObjectMapper json = new ObjectMapper();
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, FakeStore> stores = new TreeMap<>();
  private final Map<String, Deque<Trouble>> troubles = new TreeMap<>();
  private final Map<String, Runnable> acts = new TreeMap<>();
  private final List<StoreRequest> requests = new ArrayList<>();
  private int deliveries;

  private FakeStores(InstantSource clock, HttpServer server) {
    this.clock = clock;
    this.server = server;
  }

  /**
   * Listens on 127.0.0.1 alone.
   *
   * @param port 0 for any
   */
  public static FakeStores start(int port, InstantSource clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      FakeStores stores = new FakeStores(clock, server);
      server.createContext("/", stores::handle);
      server.setExecutor(stores.threads);
      server.start();
      return stores;
    } catch (IOException e) {
      throw new UncheckedIOException("the fake stores cannot listen on port " + port, e);
    }
  }

  /** Opens what the merchant file calls a store, with the values of its secrets. */
  public void open(Store store, String webhookSecret, String apiSecret) {
    String id = store.id().value();
    switch (store.channel()) {
      case "woocommerce" -> openWooCommerce(id, webhookSecret, apiSecret);
      case "webhook" -> openWebhooks(id, webhookSecret, apiSecret);
      default -> openShopify(id, webhookSecret, apiSecret, List.copyOf(store.locations().keySet()));
    }
  }

  /**
   * Opens a Shopify store.
   *
   * @param accessToken what its API wants in X-Shopify-Access-Token
   * @param locations numbers of its locations; orders are assigned to the first
   */
  public synchronized void openShopify(
      String storeId, String webhookSecret, String accessToken, List<String> locations) {
    stores.put(storeId, new FakeShopify(webhookSecret, accessToken, locations, clock));
  }

  /**
   * Opens a WooCommerce store.
   *
   * @param apiSecret consumer key and secret with a colon between them
   */
  public synchronized void openWooCommerce(String storeId, String webhookSecret, String apiSecret) {
    stores.put(storeId, new FakeWooCommerce(webhookSecret, apiSecret, clock));
  }

  /**
   * Opens a shop that speaks in signed webhooks.
   *
   * @param apiSecret what the webhooks are signed with that it gets
   */
  public synchronized void openWebhooks(String storeId, String webhookSecret, String apiSecret) {
    stores.put(storeId, new FakeWebhookShop(webhookSecret, apiSecret, clock));
  }

  /** The apiUrl of the store, for the merchant file. */
  public String apiUrl(String storeId) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + storeId;
  }

  /**
   * The customer ordered: from now on the store's API knows the order. Placed again it is as new,
   * but for what the store was told of it.
   */
  public synchronized void place(String storeId, byte[] orderJson) {
    store(storeId).place(object(orderJson));
  }

  /**
   * The webhook that the platform would send, signed with the store's secret.
   *
   * @param topic as the platform names it: "orders/create", "order.updated"
   */
  public synchronized SignedWebhook webhook(String storeId, String topic, byte[] body) {
    deliveries++;
    return store(storeId).webhook(topic, body, deliveries);
  }

  /**
   * Somebody counted in the store's own pages: it has so many there now.
   *
   * @param location number of it; empty for a platform that knows none
   */
  public synchronized void stock(String storeId, String sku, String location, long units) {
    store(storeId).stock(sku, location, units);
  }

  /** What the store shows of the SKU, by location. */
  public synchronized Map<String, Long> stock(String storeId, String sku) {
    return new TreeMap<>(store(storeId).stock(sku));
  }

  /** The webhook by which the platform says what it shows now. */
  public synchronized SignedWebhook stockWebhook(String storeId, String sku, String location) {
    Map.Entry<String, ObjectNode> news = store(storeId).stockNews(sku, location);
    return webhook(
        storeId, news.getKey(), news.getValue().toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #trouble}, for requests about stock. */
  public synchronized void stockTrouble(String storeId, Trouble... next) {
    trouble(storeId + STOCK, next);
  }

  /** Somebody acts between reading a figure and setting it, once. */
  public synchronized void beforeNextSet(String storeId, Runnable act) {
    acts.put(storeId, act);
  }

  /** What a new webhook of WooCommerce's sends first, without a signature. */
  public static SignedWebhook greeting() {
    return new SignedWebhook(
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        "webhook_id=1".getBytes(StandardCharsets.UTF_8));
  }

  /** What the next requests about orders get instead of an answer, one each. */
  public synchronized void trouble(String storeId, Trouble... next) {
    troubles.computeIfAbsent(storeId, any -> new ArrayDeque<>()).addAll(Arrays.asList(next));
  }

  /** The trouble is over, whatever was still to come of it. */
  public synchronized void calm(String storeId) {
    troubles.remove(storeId);
    troubles.remove(storeId + STOCK);
  }

  /** Every request so far. */
  public synchronized List<StoreRequest> requests() {
    return List.copyOf(requests);
  }

  /** What the store was told of one order: fulfilments, events, status, notes. */
  public synchronized List<String> told(String storeId, String externalId) {
    return store(storeId).told(externalId);
  }

  /** Somebody does something to an order in the store's own pages. */
  public synchronized void byHand(String storeId, String externalId, ByHand act) {
    store(storeId).byHand(externalId, act);
  }

  /** What the store itself mailed to the customer of one order: "shipped", "cancelled". */
  public synchronized List<String> mails(String storeId, String externalId) {
    return store(storeId).mails(externalId);
  }

  /** The tracking numbers that the store shows of one order, and how far it says each is. */
  public synchronized Map<String, String> parcels(String storeId, String externalId) {
    return store(storeId).parcels(externalId);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", 3);
      FakeStore.Asked asked = StoreHttp.asked(exchange, path.length < 3 ? "" : "/" + path[2]);
      Outcome outcome = decide(path.length < 2 ? "" : path[1], asked);
      if (outcome.trouble() != null) {
        StoreHttp.beTrouble(exchange, outcome.trouble(), closing);
      } else {
        StoreHttp.respond(
            exchange, outcome.answer().status(), json.writeValueAsBytes(outcome.answer().body()));
      }
    }
  }

  private record Outcome(FakeStore.Answer answer, @Nullable Trouble trouble) {}

  private synchronized Outcome decide(String storeId, FakeStore.Asked asked) {
    FakeStore store = stores.get(storeId);
    if (store == null) {
      return new Outcome(new FakeStore.Answer(404, json.createObjectNode()), null);
    }
    if (store.setsStock(asked)) {
      Runnable act = acts.remove(storeId);
      if (act != null) {
        act.run();
      }
    }
    String kind = store.isAboutStock(asked) ? storeId + STOCK : storeId;
    Trouble trouble = troubles.getOrDefault(kind, new ArrayDeque<>()).poll();
    FakeStore.Answer answer =
        switch (trouble) {
          case null -> store.answer(asked);
          case Trouble.Nothing nothing -> store.answer(asked);
          case Trouble.LoseAnswer lost -> store.answer(asked);
          case Trouble.Status status ->
              new FakeStore.Answer(
                  status.code(), json.createObjectNode().put("message", "told to fail"));
          case Trouble.GraphQlError error -> graphQlError(error.code());
          case Trouble.Garbage garbage -> new FakeStore.Answer(200, MissingNode.getInstance());
          case Trouble.Hang hang -> new FakeStore.Answer(0, MissingNode.getInstance());
          case Trouble.HangInBody hang -> new FakeStore.Answer(0, MissingNode.getInstance());
        };
    boolean answered = !(trouble instanceof Trouble.LoseAnswer);
    requests.add(
        new StoreRequest(storeId, store.what(asked), asked.body(), answered ? answer.status() : 0));
    return new Outcome(answer, isAnAnswer(trouble) ? null : trouble);
  }

  private static boolean isAnAnswer(@Nullable Trouble trouble) {
    return trouble instanceof Trouble.Nothing
        || trouble instanceof Trouble.Status
        || trouble instanceof Trouble.GraphQlError;
  }

  private FakeStore.Answer graphQlError(String code) {
    ObjectNode body = json.createObjectNode();
    body.putArray("errors")
        .addObject()
        .put("message", code)
        .putObject("extensions")
        .put("code", code);
    return new FakeStore.Answer(200, body);
  }

  private FakeStore store(String storeId) {
    FakeStore store = stores.get(storeId);
    if (store == null) {
      throw new IllegalArgumentException("no store " + storeId + " was opened");
    }
    return store;
  }

  private ObjectNode object(byte[] orderJson) {
    try {
      JsonNode read = json.readTree(orderJson);
      return (ObjectNode) (read.path("order").isObject() ? read.path("order") : read);
    } catch (IOException e) {
      throw new UncheckedIOException("an order to place is JSON", e);
    }
  }
}
