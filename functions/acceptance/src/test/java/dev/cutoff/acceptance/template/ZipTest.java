package dev.cutoff.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The one zip of all functions. */
final class ZipTest {
  private static final Path ZIP =
      Template.ROOT.resolve("functions/handlers/target/cutoff-functions.zip");
  private static final long LARGEST = 20_000_000;

  @Test
  void itIsSmallerThanTwentyMegabytes() throws IOException {
    assertThat(Files.size(zip())).isLessThan(LARGEST);
  }

  @Test
  void itHoldsTheFunctionsAndNothingOfTheEmbeddedRun() throws IOException {
    assertThat(jars())
        .anyMatch(name -> name.startsWith("cutoff-handlers-"))
        .anyMatch(name -> name.startsWith("packing-slim"))
        .noneMatch(name -> name.startsWith("cutoff-local"))
        .noneMatch(name -> name.startsWith("cutoff-testkit"))
        .noneMatch(name -> name.startsWith("DynamoDBLocal"));
  }

  /** One way to speak HTTP, the one that starts fastest. */
  @Test
  void itHoldsOneHttpClient() throws IOException {
    assertThat(jars())
        .anyMatch(name -> name.startsWith("url-connection-client-"))
        .noneMatch(name -> name.startsWith("netty-"))
        .noneMatch(name -> name.startsWith("httpclient"))
        .noneMatch(name -> name.startsWith("apache-client"));
  }

  @Test
  void noJarIsInItTwice() throws IOException {
    assertThat(jars().stream().map(name -> name.replaceFirst("-[0-9][0-9.]*\\.jar$", "")).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void itsBootstrapCanBeRun() throws IOException {
    try (FileSystem files =
        FileSystems.newFileSystem(zip(), Map.of("enablePosixFileAttributes", true))) {
      assertThat(Files.getPosixFilePermissions(files.getPath("/bootstrap")))
          .contains(PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.OWNER_EXECUTE);
    }
  }

  private static List<String> jars() throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(zip());
        Stream<Path> jars = Files.list(files.getPath("/lib"))) {
      return jars.map(jar -> jar.getFileName().toString()).toList();
    }
  }

  private static Path zip() {
    Assumptions.assumeTrue(
        Files.exists(ZIP), "the zip was not built: mvn package makes it, mvn test does not");
    return ZIP;
  }
}
