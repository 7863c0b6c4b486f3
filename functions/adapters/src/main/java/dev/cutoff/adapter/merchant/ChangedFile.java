package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A merchant file as it would be after a change that somebody thinks about: a carrier gone, a
 * cutoff moved, a rate changed. What comes out is checked like any file.
 */
public final class ChangedFile {
  /** What can be said, for people. */
  public static final String GRAMMAR =
      """
      a change is one of
        carrier:swift=gone            without the carrier
        service:swift/ground=gone     without one of its services
        node:WEST=gone                without the node
        cutoff:EAST=15:00             all cutoffs of the node at that time
        cutoff:EAST@FRI=-45m          of one weekday, sooner; +1h is later
        rates:swift=+5%               all prices of its cards; of a service with swift/ground
        rates:swift/ground=+0.40      so much more for each parcel
        set:rules/plan/leastChancePercent=95
                                      any field; elements of a list by id or by number from 0\
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String GONE = "gone";

  private final ObjectNode file;

  private ChangedFile(ObjectNode file) {
    this.file = file;
  }

  /** The change makes no sense; the message says what would. */
  public static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    Wrong(String message) {
      super(message);
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }

  /** The file after the changes, one after the other. */
  public static byte[] of(byte[] json, List<String> changes) {
    try {
      if (!(JSON.readTree(json) instanceof ObjectNode file)) {
        throw new Wrong("the merchant file is no object");
      }
      ChangedFile changed = new ChangedFile(file);
      changes.forEach(changed::apply);
      return JSON.writeValueAsBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void apply(String change) {
    int colon = change.indexOf(':');
    int equals = change.indexOf('=');
    if (colon < 1 || equals < colon + 2 || equals == change.length() - 1) {
      throw new Wrong("'" + change + "' is no change; " + GRAMMAR);
    }
    String where = change.substring(colon + 1, equals);
    String value = change.substring(equals + 1);
    switch (change.substring(0, colon)) {
      case "carrier" -> remove("carriers", where, value);
      case "service" -> {
        String[] parts = where.split("/", 2);
        remove(element("carriers", parts[0]).withArray("services"), last(parts), value);
      }
      case "node" -> node(where, value);
      case "cutoff" -> cutoff(where, value);
      case "rates" -> rates(where, value);
      case "set" -> set(where, value);
      default -> throw new Wrong("'" + change + "' is no change; " + GRAMMAR);
    }
  }

  private static String last(String[] parts) {
    return parts[parts.length - 1];
  }

  private void remove(String list, String id, String value) {
    remove(file.withArray(list), id, value);
  }

  private static void remove(ArrayNode list, String id, String value) {
    if (!value.equals(GONE)) {
      throw new Wrong("'" + value + "' can't be done to " + id + ": say " + id + "=gone");
    }
    list.remove(index(list, id));
  }

  /** With it goes what names it: stock to begin with, and the stores' locations. */
  private void node(String id, String value) {
    remove("nodes", id, value);
    for (JsonNode shelves : file.withObject("openingStock")) {
      if (shelves instanceof ObjectNode units) {
        units.remove(id);
      }
    }
    for (JsonNode store : file.withArray("stores")) {
      if (store.path("locations") instanceof ObjectNode locations) {
        locations.removeIf(at -> at.asText().equals(id));
      }
    }
  }

  private void cutoff(String where, String value) {
    String[] parts = where.split("@", 2);
    String day = parts.length == 2 ? parts[1] : "";
    ObjectNode node = element("nodes", parts[0]);
    List<JsonNode> tables = new ArrayList<>();
    tables.add(node.path("cutoffs"));
    node.path("hours").path("byCarrier").forEach(tables::add);
    for (JsonNode change : node.path("hours").path("changes")) {
      tables.add(change.path("cutoffs"));
      change.path("byCarrier").forEach(tables::add);
    }
    int found = 0;
    for (JsonNode table : tables) {
      if (table instanceof ObjectNode cutoffs) {
        for (var each : List.copyOf(cutoffs.properties())) {
          if (day.isEmpty() || day.equals(each.getKey())) {
            cutoffs.put(each.getKey(), ChangedValue.time(each.getValue().asText(), value));
            found++;
          }
        }
      }
    }
    if (found == 0) {
      throw new Wrong(parts[0] + " has no cutoff on '" + day + "': days are MON, TUE, … SUN");
    }
  }

  private void rates(String where, String value) {
    String[] parts = where.split("/", 2);
    ArrayNode services = element("carriers", parts[0]).withArray("services");
    Iterable<JsonNode> chosen =
        parts.length == 1 ? services : List.of(services.get(index(services, parts[1])));
    for (JsonNode service : chosen) {
      for (JsonNode card : service.path("cards")) {
        for (JsonNode zone : card.path("zones")) {
          if (zone.path("prices") instanceof ArrayNode prices) {
            for (int i = 0; i < prices.size(); i++) {
              prices.set(i, ChangedValue.price(prices.get(i).asText(), value));
            }
          }
        }
      }
    }
  }

  private void set(String path, String value) {
    String[] steps = path.split("/", -1);
    JsonNode at = file;
    for (int i = 0; i < steps.length - 1; i++) {
      at =
          at instanceof ArrayNode list
              ? list.get(index(list, steps[i]))
              : child(object(at, path), steps[i]);
    }
    if (at instanceof ArrayNode list) {
      int index = index(list, last(steps));
      list.set(index, like(list.get(index), value));
    } else {
      object(at, path).set(last(steps), like(at.path(last(steps)), value));
    }
  }

  private static JsonNode child(ObjectNode object, String name) {
    return object.has(name) ? object.get(name) : object.putObject(name);
  }

  private static ObjectNode object(JsonNode at, String path) {
    if (at instanceof ObjectNode object) {
      return object;
    }
    throw new Wrong("there is nothing at " + path + " in the merchant file");
  }

  /** Amounts are text in the file, and look like numbers. */
  private static JsonNode like(JsonNode before, String value) {
    try {
      return before.isTextual() ? JSON.getNodeFactory().textNode(value) : JSON.readTree(value);
    } catch (JsonProcessingException text) {
      return JSON.getNodeFactory().textNode(value);
    }
  }

  private ObjectNode element(String list, String id) {
    ArrayNode elements = file.withArray(list);
    return object(elements.get(index(elements, id)), list);
  }

  private static int index(ArrayNode list, String id) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String each = list.get(i).path("id").asText(Integer.toString(i));
      if (each.equals(id)) {
        return i;
      }
      known.add(each);
    }
    throw new Wrong(
        "there is no " + id + " in the merchant file; known are " + String.join(", ", known));
  }
}
