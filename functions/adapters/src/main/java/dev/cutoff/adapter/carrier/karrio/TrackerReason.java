package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.ScanReason.Party;
import dev.cutoff.tracking.TrackingFlag;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose it is, as the first word of Karrio's reason says: {@code consignee_not_home}. */
final class TrackerReason {
  private static final Map<String, Party> PARTIES =
      Map.of(
          "carrier", Party.CARRIER,
          "shipper", Party.SHOP,
          "consignee", Party.RECIPIENT,
          "customs", Party.CUSTOMS,
          "weather", Party.WEATHER);

  private TrackerReason() {}

  static @Nullable ScanReason of(JsonNode event, @Nullable TrackingFlag flag) {
    String reason = event.path("reason").asText("");
    int end = reason.indexOf('_');
    Optional<Party> said =
        Optional.ofNullable(PARTIES.get(end < 0 ? reason : reason.substring(0, end)));
    return said.or(() -> flag == null ? Optional.empty() : ScanReason.usual(flag))
        .map(party ->
            new ScanReason(party, CarrierWords.of(event.path("description").asText(""), "", "")))
        .orElse(null);
  }
}
