import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the one zip of all functions: {@code bootstrap} and {@code lib/*.jar}. The jars are stored
 * inside and the zip is compressed over them as wholes: a third smaller than jars of compressed
 * classes, and no class is inflated at a start. Equal inputs give equal bytes, so that an unchanged
 * build deploys nothing.
 *
 * <p>Arguments: the zip to write, the folder of jars, the bootstrap.
 */
final class ZipFunctions {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /**
   * Entries that no function reads: poms, names of holidays in seven languages, a window for trying
   * barcodes, the largest of the barcodes that are not Code 128, clocks of atoms, codes of Chinese,
   * Japanese and Korean PDFs that others wrote, a second copy of our font.
   */
  private static final List<String> UNREAD =
      List.of(
          "META-INF/INDEX.LIST",
          "META-INF/maven/",
          "descriptions/",
          "uk/org/okapibarcode/gui/",
          "uk/org/okapibarcode/backend/AztecCode",
          "uk/org/okapibarcode/backend/Code49",
          "uk/org/okapibarcode/backend/CodeOne",
          "uk/org/okapibarcode/backend/Composite",
          "uk/org/okapibarcode/backend/DataMatrix",
          "uk/org/okapibarcode/backend/GridMatrix",
          "uk/org/okapibarcode/backend/MaxiCode",
          "uk/org/okapibarcode/backend/Pdf417",
          "uk/org/okapibarcode/backend/QrCode",
          "org/apache/pdfbox/resources/ttf/",
          "org/threeten/extra/scale/",
          "org/apache/fontbox/cmap/UniCNS",
          "org/apache/fontbox/cmap/UniGB",
          "org/apache/fontbox/cmap/UniJIS",
          "org/apache/fontbox/cmap/UniKS");

  /** The clients of AWS's services that answer later: ours wait, each on a thread of its own. */
  private static final Pattern ASYNC =
      Pattern.compile("software/amazon/awssdk/services/.*AsyncClient[^/]*[.]class");

  /** What functions ask of the clients that know far more operations. */
  private static final Map<String, Set<String>> CALLED =
      Map.of("sesv2", Set.of("SendEmail"));

  private static final Pattern OPERATION =
      Pattern.compile(".*/transform/(\\w+)RequestMarshaller[.]class");

  private ZipFunctions() {}

  public static void main(String[] arguments) throws IOException {
    Path zip = Path.of(arguments[0]);
    Path work = Files.createDirectories(zip.resolveSibling("stored"));
    Files.deleteIfExists(zip);
    try (FileSystem out = make(zip, Map.of("create", true, "enablePosixFileAttributes", true))) {
      add(out, "bootstrap", Files.readAllBytes(Path.of(arguments[2])), "rwxr-xr-x");
      for (Path jar : sorted(Path.of(arguments[1]))) {
        String name = jar.getFileName().toString();
        Path stored = work.resolve(name);
        Files.deleteIfExists(stored);
        try (FileSystem in = make(jar, Map.of());
            FileSystem to = make(stored, Map.of("create", true, "compressionMethod", "STORED"))) {
          Set<String> uncalled = uncalled(in);
          for (Path file : sorted(in.getPath("/"))) {
            String entry = file.toString().substring(1);
            if (!uncalled.contains(entry) && UNREAD.stream().noneMatch(entry::startsWith) && !ASYNC.matcher(entry).matches()) {
              add(to, entry, Files.readAllBytes(file), null);
            }
          }
        }
        add(out, "lib/" + name, Files.readAllBytes(stored), "r--r--r--");
      }
    }
    System.out.printf("%s: %,d bytes%n", zip.getFileName(), Files.size(zip));
  }

  /**
   * Classes that only operations need which no function calls: what cannot be reached from the
   * client. Requests and answers of those operations stay, as the client's signatures name them,
   * but nothing that they are made of.
   */
  private static Set<String> uncalled(FileSystem jar) throws IOException {
    Set<String> uncalled = new TreeSet<>();
    for (Map.Entry<String, Set<String>> called : CALLED.entrySet()) {
      String base = "software/amazon/awssdk/services/" + called.getKey() + "/";
      Path folder = jar.getPath("/" + base);
      if (!Files.isDirectory(folder)) {
        continue;
      }
      Map<String, Path> classes = new TreeMap<>();
      Set<String> others = new TreeSet<>();
      for (Path file : sorted(folder)) {
        String entry = file.toString().substring(1);
        if (entry.endsWith(".class")) {
          classes.put(entry, file);
        }
        Matcher operation = OPERATION.matcher(entry);
        if (operation.matches() && !called.getValue().contains(operation.group(1))) {
          others.add(operation.group(1));
        }
      }
      uncalled.addAll(classes.keySet());
      uncalled.removeAll(reached(base, classes, others));
    }
    return uncalled;
  }

  private static Set<String> reached(String base, Map<String, Path> classes, Set<String> others)
      throws IOException {
    String names = String.join("|", others);
    Pattern signatures =
        Pattern.compile(Pattern.quote(base) + "model/(" + names + ")(Request|Response)[.]class");
    Pattern theirs =
        Pattern.compile(
            Pattern.quote(base)
                + "(paginators/.*|waiters/.*|model/("
                + names
                + ")(Request|Response)[$].*|transform/("
                + names
                + ")RequestMarshaller.*)");
    Pattern named = Pattern.compile(Pattern.quote(base) + "[\\w/$]+");
    Deque<String> toRead = new ArrayDeque<>();
    classes.keySet().stream()
        .filter(entry -> !entry.matches(Pattern.quote(base) + "(model|transform|paginators|waiters)/.*"))
        .forEach(toRead::add);
    Set<String> reached = new TreeSet<>(toRead);
    while (!toRead.isEmpty()) {
      String entry = toRead.remove();
      if (signatures.matcher(entry).matches()) {
        continue;
      }
      // Names of classes, in whatever constant they stand.
      String constants =
          new String(Files.readAllBytes(classes.get(entry)), StandardCharsets.ISO_8859_1);
      named.matcher(constants).results().map(name -> name.group() + ".class").forEach(name -> {
        if (classes.containsKey(name) && !theirs.matcher(name).matches() && reached.add(name)) {
          toRead.add(name);
        }
      });
    }
    return reached;
  }

  private static FileSystem make(Path file, Map<String, ?> how) throws IOException {
    return FileSystems.newFileSystem(file, how);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void add(FileSystem zip, String name, byte[] bytes, String mode)
      throws IOException {
    Path entry = zip.getPath("/", name);
    Files.createDirectories(entry.getParent());
    Files.write(entry, bytes);
    Files.setLastModifiedTime(entry, TIME);
    if (mode != null) {
      Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(mode));
    }
  }
}
