package dev.cutoff.local.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file an object, at its key, so that a label can be opened as it lies there. A file is there
 * whole or not at all; its content type lies in a folder beside, written first.
 */
final class FolderShelf implements Shelf {

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9!_.*'()=@+,-]+");
  private static final String TYPES = ".content-types";
  private static final String TEMPORARY = ".temporary";

  private final Path folder;

  FolderShelf(Path folder) {
    this.folder = folder;
  }

  @Override
  public @Nullable StoredObject get(String bucket, String key) throws IOException {
    Path file = path(folder.resolve(bucket), key);
    try {
      byte[] bytes = Files.readAllBytes(file);
      String type = Files.readString(path(folder.resolve(TYPES).resolve(bucket), key));
      return new StoredObject(bytes, type, Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public void put(String bucket, String key, StoredObject object) throws IOException {
    byte[] type = object.contentType().getBytes(StandardCharsets.UTF_8);
    write(path(folder.resolve(TYPES).resolve(bucket), key), type);
    write(path(folder.resolve(bucket), key), object.bytes());
  }

  @Override
  public void delete(String bucket, String key) throws IOException {
    Files.deleteIfExists(path(folder.resolve(bucket), key));
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary =
        Files.createTempFile(Files.createDirectories(folder.resolve(TEMPORARY)), "put", null);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  // S3 takes any key; here it is also a path, so what would leave the folder is refused.
  private static Path path(Path root, String key) {
    List<String> parts = List.of(key.split("/", -1));
    for (String part : parts) {
      if (!SAFE.matcher(part).matches() || part.equals(".") || part.equals("..")) {
        throw new IllegalArgumentException("Not a key for a folder: " + key);
      }
    }
    Path path = root;
    for (String part : parts) {
      path = path.resolve(part);
    }
    return path;
  }
}
