package dev.cutoff.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The pinned Python tools, which {@code ./cutoff} keeps in a cache outside of the clone. */
public final class PythonTools {
  private PythonTools() {}

  /** The folder that they are in; "" where there is none. */
  public static String folder() {
    return System.getProperty("cutoff.tools", "");
  }

  /**
   * Why one of their environments is not on this machine; empty where it is, or should be.
   *
   * @param environment as {@code infra/emulator/requirements-NAME.txt} names it
   */
  public static Optional<String> missing(String environment) {
    if (folder().isEmpty()) {
      return Optional.of(
          System.getProperty(
              "cutoff.tools.missing",
              "no Python tools were given (./cutoff test does; by hand:"
                  + " -Dcutoff.tools=$(./cutoff tools))"));
    }
    Path reason = Path.of(folder(), environment + ".missing");
    try {
      return Files.exists(reason)
          ? Optional.of(environment + ": " + Files.readString(reason).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
