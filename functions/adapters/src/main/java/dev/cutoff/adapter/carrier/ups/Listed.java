package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Lists as UPS writes them: one of one has been the thing itself. */
final class Listed {
  private Listed() {}

  /** Its things; none where there is no list. */
  static Iterable<JsonNode> in(JsonNode list) {
    return list.isObject() ? List.of(list) : list;
  }
}
