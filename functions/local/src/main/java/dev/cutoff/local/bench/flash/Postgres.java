package dev.cutoff.local.bench.flash;

import dev.cutoff.local.bench.Scratch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own in a folder of its own, as it comes: every commit is on the disk. */
final class Postgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> USERS = List.of("postgres", "nobody");

  private final Path folder;
  private final Process server;
  private final String url;
  private final Thread atExit;

  private Postgres(Path folder, Process server, int port) {
    this.folder = folder;
    this.server = server;
    this.url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=sale";
    // Also where somebody stops the benchmark: nothing may be left running.
    this.atExit = Thread.ofPlatform().unstarted(server::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** There is none, or none that can be started here; the message says why. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    Missing(String why) {
      super(why);
      this.why = why;
    }
  }

  /** One, or the reason why there is none; closed, it is stopped. */
  record Started(@Nullable Postgres running, String told) implements AutoCloseable {
    boolean isThere() {
      return running != null;
    }

    Postgres server() {
      return Objects.requireNonNull(running);
    }

    @Override
    public void close() throws IOException {
      if (running != null) {
        running.close();
      }
    }
  }

  static Started startWhereThereIsOne() throws IOException, InterruptedException {
    try {
      Postgres running = start();
      return new Started(running, running.version());
    } catch (Missing missing) {
      return new Started(null, missing.why);
    }
  }

  /** Starts it and waits until it takes connections. */
  static Postgres start() throws Missing, IOException, InterruptedException {
    Path programs =
        programs()
            .orElseThrow(() ->
                new Missing("no initdb and postgres on the PATH or below /usr/lib/postgresql"));
    Optional<User> as = asWhom();
    Path folder = Files.createTempDirectory("cutoff-postgres");
    try {
      if (as.isPresent()) {
        Files.setOwner(
            folder,
            FileSystems.getDefault()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(as.get().name()));
      }
      Path data = folder.resolve("data");
      Path log = folder.resolve("log");
      run(
          command(
              as,
              programs.resolve("initdb"),
              "-D",
              data,
              "-U",
              "sale",
              "-A",
              "trust",
              "-E",
              "UTF8",
              "--no-locale"),
          folder);
      int port = freePort();
      Process server =
          new ProcessBuilder(
                  command(
                      as,
                      programs.resolve("postgres"),
                      "-D",
                      data,
                      "-h",
                      "127.0.0.1",
                      "-p",
                      port,
                      "-c",
                      "unix_socket_directories="))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Postgres postgres = new Postgres(folder, server, port);
      try {
        postgres.awaitUp(log);
        return postgres;
      } catch (IOException | InterruptedException | RuntimeException failed) {
        postgres.close();
        throw failed;
      }
    } catch (IOException | InterruptedException | RuntimeException failed) {
      if (Files.exists(folder)) {
        Scratch.delete(folder);
      }
      throw failed;
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** "PostgreSQL 15.8", and whether a commit waits for the disk. */
  String version() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version'), current_setting('fsync')")) {
      row.next();
      return "PostgreSQL " + row.getString(1).split(" ", 2)[0] + ", fsync " + row.getString(2);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitUp(Path log) throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(PATIENCE);
    while (true) {
      try (Connection _ = connect()) {
        return;
      } catch (SQLException notYet) {
        if (!server.isAlive() || Instant.now().isAfter(limit)) {
          throw new IOException("PostgreSQL does not start: " + Files.readString(log), notYet);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  @Override
  public void close() throws IOException {
    // SIGTERM waits for those who are connected; by now nobody is.
    server.destroy();
    try {
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
    Scratch.delete(folder);
  }

  private static Optional<Path> programs() throws IOException {
    List<Path> folders = new ArrayList<>(folders());
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions
            .sorted(Comparator.<Path>naturalOrder().reversed())
            .map(version -> version.resolve("bin"))
            .forEach(folders::add);
      }
    }
    return folders.stream()
        .filter(each -> Files.isExecutable(each.resolve("initdb")))
        .filter(each -> Files.isExecutable(each.resolve("postgres")))
        .findFirst();
  }

  /** Those of the PATH. */
  private static List<Path> folders() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .filter(each -> !each.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** A line of the user database. */
  private record User(String name, String id, String group) {}

  /** PostgreSQL refuses to run as root: somebody else then, empty where that is not needed. */
  private static Optional<User> asWhom() throws Missing, IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return Optional.empty();
    }
    if (folders().stream().noneMatch(each -> Files.isExecutable(each.resolve("setpriv")))) {
      throw new Missing("PostgreSQL refuses to run as root, and there is no setpriv");
    }
    List<String[]> users =
        Files.readAllLines(Path.of("/etc/passwd")).stream()
            .map(line -> line.split(":", -1))
            .toList();
    for (String name : USERS) {
      for (String[] user : users) {
        if (user.length > 3 && user[0].equals(name)) {
          return Optional.of(new User(name, user[2], user[3]));
        }
      }
    }
    throw new Missing("PostgreSQL refuses to run as root, and there is no user of " + USERS);
  }

  /** In the very process that is started, so that whoever ends it ends the program. */
  private static List<String> command(Optional<User> as, Path program, Object... words) {
    List<String> command = new ArrayList<>();
    as.ifPresent(user ->
        command.addAll(
            List.of(
                "setpriv", "--reuid", user.id(), "--regid", user.group(), "--clear-groups", "--")));
    command.add(program.toString());
    Arrays.stream(words).map(Object::toString).forEach(command::add);
    return command;
  }

  private static void run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.getLast() + " failed: " + said);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
