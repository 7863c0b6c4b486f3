package dev.cutoff.adapter.carrier.karrio;

import dev.cutoff.testkit.PythonTools;
import dev.cutoff.testkit.karrio.KarrioServer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One true Karrio for all tests of this process: starting it takes seconds. */
final class LiveKarrio {
  private static @Nullable KarrioServer server;

  private LiveKarrio() {}

  /** Skips the test, with the reason, where the Python tools are missing. */
  static synchronized KarrioServer server() {
    Optional<String> missing = PythonTools.missing("karrio");
    Assumptions.assumeTrue(missing.isEmpty(), () -> "no Karrio: " + missing.orElse(""));
    String tools = PythonTools.folder();
    if (server == null) {
      Path root = Path.of(System.getProperty("cutoff.root"));
      Path log = Path.of("target", "karrio", "karrio.log");
      server = KarrioServer.start(root, Path.of(tools), Optional.empty(), log);
    }
    return server;
  }
}
