package dev.cutoff.local.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.Options;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.SecretsFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command, over the HTTP API of a Cutoff that runs: of {@code up}, or on AWS. */
public final class Letters {
  private static final int PORT = 8470;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Client client;
  private final PrintStream out;

  private Letters(Client client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    String base =
        options.has("--url")
            ? options.text("--url", "URL, of the API")
            : "http://127.0.0.1:" + options.port(PORT);
    return run(
        new Client(HttpClient.newHttpClient(), URI.create(base), token(root, options)),
        options,
        out);
  }

  /** The same with a client that somebody else made. */
  public static int run(Client client, Options options, PrintStream out) throws IOException {
    Letters letters = new Letters(client, out);
    if (options.has("--replay")) {
      return letters.replay(options.text("--replay", "QUEUE"));
    }
    if (options.has("--store")) {
      return letters.retell(
          options.text("--store", "ID, as in the merchant file"),
          options.text("--since", "TIME, such as 2026-11-24T00:00:00Z"),
          options.has("--again"));
    }
    return letters.list(options);
  }

  private int list(Options options) throws IOException {
    Client.Answer answer = client.get("/deadletters");
    if (answer.status() != 200) {
      return refused(answer);
    }
    JsonNode items = answer.json().path("items");
    items.forEach(this::tell);
    out.println(
        items.isEmpty()
            ? "No dead letters."
            : items.size()
                + " dead letters. Once what is wrong is mended: ./cutoff deadletters --replay QUEUE");
    Path file = options.path("--json").orElse(null);
    if (file != null) {
      ObjectNode all = JSON.createObjectNode();
      all.put("name", "deadletters").put("ok", true);
      all.putObject("figures").put("letters", items.size());
      ArrayNode rows = all.putArray("rows");
      items.forEach(rows::add);
      JSON.writeValue(file.toFile(), all);
    }
    return 0;
  }

  /** Which order, what it should have been told, and what the last try came to. */
  private void tell(JsonNode letter) {
    StringBuilder line = new StringBuilder(letter.path("queue").asText());
    for (String field : List.of("orderId", "what", "shipmentId", "parcelId", "occurredAt")) {
      String text = letter.path(field).asText("");
      line.append(text.isEmpty() ? "" : "  " + text);
    }
    out.println(line + "  (" + letter.path("received").asInt() + " tries)");
    String why = letter.path("why").asText("");
    out.println(
        why.isEmpty()
            ? "    nobody kept why: the function's log says it"
            : "    " + why + " (" + letter.path("failedAt").asText() + ")");
  }

  private int replay(String queue) {
    Client.Answer answer = client.post("/deadletters/replay", Map.of("queue", queue));
    if (answer.status() != 200) {
      return refused(answer);
    }
    out.println("All dead letters of " + queue + " are on their way again.");
    return 0;
  }

  private int retell(String store, String since, boolean again) {
    long announcements = 0;
    long orders = 0;
    String cursor = "";
    do {
      Map<String, Object> body = new TreeMap<>();
      body.put("since", since);
      body.put("again", again);
      if (!cursor.isEmpty()) {
        body.put("cursor", cursor);
      }
      Client.Answer answer = client.post("/stores/" + store + "/replay", body);
      if (answer.status() != 200) {
        return refused(answer);
      }
      announcements += answer.json().path("announcements").asLong();
      orders += answer.json().path("orders").asLong();
      cursor = answer.json().path("cursor").asText("");
    } while (!cursor.isEmpty());
    out.printf(
        "%,d announcements of %,d orders are on their way to %s%s.%n",
        announcements, orders, store, again ? ", also those it was told" : "");
    return 0;
  }

  private int refused(Client.Answer answer) {
    JsonNode problem = answer.json();
    out.println(
        "answered "
            + answer.status()
            + ": "
            + problem.path("title").asText("no reason")
            + ", "
            + problem.path("detail").asText(""));
    return 1;
  }

  private static String token(Path root, Options options) throws IOException {
    String given = System.getenv("CUTOFF_TOKEN");
    if (given != null && !given.isBlank()) {
      return given;
    }
    Folders folders = new Folders(options.path("--data").orElse(root.resolve(".cutoff/data")));
    Path secrets = options.path("--secrets").orElse(folders.secrets());
    if (!Files.exists(secrets)) {
      throw new Options.Wrong(
          "there are no secrets in "
              + secrets
              + "; say --data DIR of ./cutoff up, or set CUTOFF_TOKEN");
    }
    return SecretsFile.anyToken(SecretsFile.read(secrets));
  }
}
