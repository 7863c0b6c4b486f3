package dev.cutoff.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One tab, of a size, in light or dark. */
public final class Tab {
  private final Browser browser;
  private final String session;

  Tab(Browser browser, String session) {
    this.browser = browser;
    this.session = session;
    ask("Page.enable", Map.of());
  }

  /** A window of so many CSS pixels. */
  public Tab sized(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    return this;
  }

  /** What the reader's system prefers: light or dark. */
  public Tab preferring(String scheme) {
    ask(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /** Goes there and waits for all of it. */
  public Tab show(URI address) {
    CompletableFuture<JsonNode> loaded = browser.next(session, "Page.loadEventFired");
    ask("Page.navigate", Map.of("url", address.toString()));
    loaded.join();
    return this;
  }

  /** The value of an expression or of its promise, as JSON. */
  public JsonNode value(String expression) {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** A key goes down and up. */
  public void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              key,
              "windowsVirtualKeyCode",
              key.equals("Tab") ? 9 : 13));
    }
  }

  /** What the window shows, or all that can be scrolled to. */
  public void picture(Path png, boolean whole) throws IOException {
    JsonNode answer =
        ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", whole));
    Files.createDirectories(png.toAbsolutePath().getParent());
    Files.write(png, Base64.getDecoder().decode(answer.path("data").asText()));
  }

  private JsonNode ask(String method, Map<String, ?> parameters) {
    return browser.ask(session, method, parameters);
  }
}
