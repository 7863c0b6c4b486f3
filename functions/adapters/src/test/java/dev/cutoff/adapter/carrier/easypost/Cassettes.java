package dev.cutoff.adapter.carrier.easypost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.channel.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * EasyPost's own recordings, played back: each question gets the first answer to its method and
 * path that was not given yet. Documents are said to be here instead of in its bucket.
 */
final class Cassettes {
  private Cassettes() {}

  static Loopback playing(String... names) {
    List<JsonNode> tape = new ArrayList<>();
    for (String name : names) {
      byte[] bytes = Samples.fixture("easypost/cassettes/" + name + ".json");
      try {
        Loopback.JSON.readTree(bytes).forEach(tape::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Loopback((asked, exchange) -> {
      String here = "http://127.0.0.1:" + exchange.getLocalAddress().getPort() + "/files/label.pdf";
      synchronized (tape) {
        for (JsonNode each : tape) {
          if (matches(each.path("request"), asked)) {
            tape.remove(each);
            return new Loopback.Reply(
                each.at("/response/status/code").asInt(),
                each.at("/response/body")
                    .asText()
                    .replaceAll("https://easypost-files[^\"]*", here)
                    .replace("image/png", "application/pdf"));
          }
        }
      }
      return new Loopback.Reply(404, "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"none\"}}");
    });
  }

  private static boolean matches(JsonNode request, Loopback.Asked asked) {
    String path = URI.create(request.path("uri").asText().replace("%", "")).getPath();
    return request.path("method").asText().equals(asked.method()) && path.equals(asked.path());
  }
}
