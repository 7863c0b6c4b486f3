package dev.cutoff.adapter.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.Correction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The strict codec of our own records: rows, messages and the payloads of the state machine. Ids
 * are plain strings, times are ISO-8601, null components are left out. What is missing, unknown or
 * out of range is an {@link Unreadable} that names the path; a component may be missing only where
 * its record says {@code @Nullable}. What channels and carriers send is not read by this.
 */
public final class Codec {
  private final ObjectMapper mapper = strictMapper();

  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException(
          "can't be written as JSON: " + value.getClass().getName(), notOurs);
    }
  }

  public byte[] bytes(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException(
          "can't be written as JSON: " + value.getClass().getName(), notOurs);
    }
  }

  public void write(OutputStream out, Object value) throws IOException {
    out.write(bytes(value));
  }

  public <T> T read(String json, Class<T> type) {
    return read(type, mapper.readerFor(type), reader -> reader.readValue(json));
  }

  public <T> T read(byte[] json, Class<T> type) {
    return read(type, mapper.readerFor(type), reader -> reader.readValue(json));
  }

  public <T> T read(InputStream json, Class<T> type) {
    return read(type, mapper.readerFor(type), reader -> reader.readValue(json));
  }

  public <T> List<T> readList(String json, Class<T> element) {
    JavaType type = mapper.getTypeFactory().constructCollectionType(List.class, element);
    return read(element, mapper.readerFor(type), reader -> reader.readValue(json));
  }

  private static <T> T read(Class<?> type, ObjectReader reader, Reading<T> reading) {
    try {
      T value = reading.from(reader);
      if (value == null) {
        throw new Unreadable(type.getSimpleName() + ": null", null);
      }
      return value;
    } catch (JsonProcessingException unreadable) {
      throw Unreadable.of(type, unreadable);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(ObjectReader reader) throws IOException;
  }

  /** Each state's name in the rows; renaming a record must not change what was written before. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Shipment.Reserved.class, name = "reserved"),
    @JsonSubTypes.Type(value = Shipment.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = Shipment.Labelled.class, name = "labelled"),
    @JsonSubTypes.Type(value = Shipment.Shipped.class, name = "shipped"),
    @JsonSubTypes.Type(value = Shipment.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = Shipment.Cancelled.class, name = "cancelled")
  })
  private interface ShipmentNames {}

  /** What an audit may propose, by the name in the rows. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "correction")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Correction.Counters.class, name = "counters"),
    @JsonSubTypes.Type(value = Correction.Ending.class, name = "ending"),
    @JsonSubTypes.Type(value = Correction.Replanning.class, name = "replanning")
  })
  private interface CorrectionNames {}

  private static ObjectMapper strictMapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Ids())
        .addMixIn(Shipment.class, ShipmentNames.class)
        .addMixIn(Correction.class, CorrectionNames.class)
        .annotationIntrospector(
            new AnnotationIntrospectorPair(
                new NullableComponents(), new JacksonAnnotationIntrospector()))
        .accessorNaming(new ComponentsOnly())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
