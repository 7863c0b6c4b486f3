package dev.cutoff.world;

import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.Receipts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Slips as plain text, receipts as they are. */
public final class Paper implements ShippingDocuments, Receipts {
  private final Map<String, Receipt> receipts = new LinkedHashMap<>();

  @Override
  public LabelFiles label(LabelContent content) {
    return new LabelFiles(new byte[] {1}, "^XA^XZ");
  }

  @Override
  public byte[] packingSlip(SlipContent content) {
    return content.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String keep(Receipt receipt) {
    String key = "receipts/" + Integer.toHexString(receipt.hashCode()) + ".json";
    receipts.put(key, receipt);
    return key;
  }

  @Override
  public Optional<Receipt> find(String key) {
    return Optional.ofNullable(receipts.get(key));
  }
}
