package dev.cutoff.acceptance.emulator;

import dev.cutoff.testkit.PythonTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The pinned Python tools, which {@code ./cutoff} keeps in a cache outside of the clone. */
public final class Tools {
  static final Path ROOT = Path.of(System.getProperty("cutoff.root"));

  private Tools() {}

  /** Where one of them is; a test that asks is skipped, with the reason, where it is missing. */
  public static Path tool(String environment, String name) {
    Optional<String> missing = PythonTools.missing(environment);
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    String folder = PythonTools.folder();
    Path tool = Path.of(folder, environment, "bin", name);
    if (!Files.isExecutable(tool)) {
      // A broken cache is no reason to skip.
      throw new IllegalStateException(tool + " is missing: delete " + folder + " and try again");
    }
    return tool;
  }

  /** A file that a package brings along; skipped as {@link #tool} is. */
  public static Path file(String environment, String name) {
    tool(environment, "python");
    Path home = Path.of(PythonTools.folder(), environment, "lib");
    try (Stream<Path> found = Files.find(home, 6, (path, about) -> path.endsWith(name))) {
      return found.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
