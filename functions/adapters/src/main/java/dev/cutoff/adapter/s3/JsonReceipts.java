package dev.cutoff.adapter.s3;

import dev.cutoff.adapter.json.Codec;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.Receipts;
import java.util.Optional;

/** Decision receipts as JSON objects. */
public final class JsonReceipts implements Receipts {
  private final ObjectStore objects;
  private final Codec codec;

  public JsonReceipts(ObjectStore objects, Codec codec) {
    this.objects = objects;
    this.codec = codec;
  }

  @Override
  public String keep(Receipt receipt) {
    return objects.put("receipts", "json", codec.bytes(receipt));
  }

  @Override
  public Optional<Receipt> find(String key) {
    return key.isEmpty()
        ? Optional.empty()
        : objects.get(key).map(bytes -> codec.read(bytes, Receipt.class));
  }
}
