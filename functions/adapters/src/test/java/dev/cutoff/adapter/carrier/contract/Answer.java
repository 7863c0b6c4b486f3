package dev.cutoff.adapter.carrier.contract;

import java.util.Map;
import java.util.TreeMap;

/**
 * One answer.
 *
 * @param headers by name, without those that say where the body ends
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {
  static Answer of(int status, String type, Map<String, String> headers, byte[] body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", type);
    return new Answer(status, all, body);
  }

  Answer with(byte[] other) {
    return new Answer(status, headers, other);
  }
}
