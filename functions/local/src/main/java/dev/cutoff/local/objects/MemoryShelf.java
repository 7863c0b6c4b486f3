package dev.cutoff.local.objects;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** For runs that leave nothing behind. */
final class MemoryShelf implements Shelf {

  private final Map<String, StoredObject> objects = new ConcurrentHashMap<>();

  @Override
  public @Nullable StoredObject get(String bucket, String key) {
    return objects.get(bucket + "/" + key);
  }

  @Override
  public void put(String bucket, String key, StoredObject object) {
    objects.put(bucket + "/" + key, object);
  }

  @Override
  public void delete(String bucket, String key) {
    objects.remove(bucket + "/" + key);
  }
}
