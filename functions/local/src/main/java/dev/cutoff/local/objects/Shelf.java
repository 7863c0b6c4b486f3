package dev.cutoff.local.objects;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where objects are kept. */
interface Shelf {

  @Nullable StoredObject get(String bucket, String key) throws IOException;

  void put(String bucket, String key, StoredObject object) throws IOException;

  void delete(String bucket, String key) throws IOException;
}
