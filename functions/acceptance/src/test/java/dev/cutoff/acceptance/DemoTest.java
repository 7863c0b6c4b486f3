package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.Options;
import dev.cutoff.local.demo.Demo;
import dev.cutoff.local.replay.Replay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command. */
class DemoTest {
  @TempDir Path home;

  @Test
  void everyOrderEndsAsItShouldAndTwoRunsAreTheSame() throws Exception {
    Path first;
    Path second;
    // Beside each other, so that neither may lean on anything that both share.
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Future<Path> one = both.submit(() -> run("first"));
      Future<Path> other = both.submit(() -> run("second"));
      first = one.get(5, TimeUnit.MINUTES);
      second = other.get(5, TimeUnit.MINUTES);
    }

    JsonNode told = new ObjectMapper().readTree(first.toFile());
    assertThat(told.path("ok").asBoolean()).isTrue();
    assertThat(told.path("figures").path("orders").asInt()).isGreaterThanOrEqualTo(12);
    assertThat(told.path("figures").path("asExpected")).isEqualTo(told.at("/figures/orders"));
    assertThat(told.path("rows")).hasSize(told.at("/figures/orders").asInt());
    assertThat(second).hasSameTextualContentAs(first);
    whatWasDecidedCanBeDecidedAgain();
  }

  /** Here, for the receipts of a whole demo are at hand. */
  private void whatWasDecidedCanBeDecidedAgain() throws IOException {
    JsonNode same = replay("rates:swift/ground=+0%");
    assertThat(same.path("decisions").asInt()).isGreaterThanOrEqualTo(10);
    assertThat(same.path("asDecided")).isEqualTo(same.path("decisions"));
    assertThat(same.path("changed")).isEmpty();
    assertThat(same.path("after")).isEqualTo(same.path("before"));

    JsonNode gone = replay("node:EAST=gone");
    assertThat(gone.at("/after/noPlan").asInt()).isGreaterThan(gone.at("/before/noPlan").asInt());
    assertThat(gone.at("/after/costMinor").asLong())
        .isGreaterThan(gone.at("/before/costMinor").asLong());
    assertThat(gone.path("changed").findValuesAsText("after"))
        .noneMatch(way -> way.contains("EAST"));
  }

  private JsonNode replay(String change) throws IOException {
    Path json = home.resolve("replay.json");
    List<String> said =
        List.of(
            "--orders", home.resolve("first").toString(),
            "--change", change,
            "--json", json.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = Replay.run(RunningShop.ROOT, Options.of(said), new PrintStream(out, true, UTF_8));
    assertThat(status).as(out.toString(UTF_8)).isZero();
    return new ObjectMapper().readTree(json.toFile());
  }

  private Path run(String name) throws IOException {
    Path json = home.resolve(name + ".json");
    Path keep = Files.createDirectories(home.resolve(name));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        Demo.run(
            RunningShop.ROOT,
            Options.of(List.of("--json", json.toString(), "--keep", keep.toString())),
            new PrintStream(said, true, UTF_8));
    assertThat(status).as(said.toString(UTF_8)).isZero();
    return json;
  }
}
