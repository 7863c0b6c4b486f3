package dev.cutoff.adapter.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.io.IOException;
import java.util.function.Function;

/** Ids are plain strings, as values and as keys of maps. */
final class Ids extends SimpleModule {
  private static final long serialVersionUID = 1L;

  Ids() {
    super("ids");
    add(OrderId.class, OrderId::value, OrderId::new);
    add(StoreId.class, StoreId::value, StoreId::new);
    add(ShipmentId.class, ShipmentId::value, ShipmentId::new);
    add(NodeId.class, NodeId::value, NodeId::new);
    add(Sku.class, Sku::value, Sku::new);
  }

  private <T> void add(Class<T> type, Function<T, String> text, Function<String, T> made) {
    addSerializer(type, new Plain<>(type, text));
    addKeySerializer(type, new AsKey<>(text));
    addDeserializer(type, new FromPlain<>(type, made));
    addKeyDeserializer(type, new FromKey<>(type, made));
  }

  private static final class Plain<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> text;

    Plain(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(text.apply(value));
    }
  }

  private static final class AsKey<T> extends JsonSerializer<T> {
    private final Function<T, String> text;

    AsKey(Function<T, String> text) {
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(text.apply(value));
    }
  }

  private static final class FromPlain<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> made;

    FromPlain(Class<T> type, Function<String, T> made) {
      super(type);
      this.made = made;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (!in.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "not a string");
      }
      try {
        return made.apply(in.getText());
      } catch (IllegalArgumentException refused) {
        return context.reportInputMismatch(this, "%s", String.valueOf(refused.getMessage()));
      }
    }
  }

  private static final class FromKey<T> extends KeyDeserializer {
    private final Class<T> type;
    private final Function<String, T> made;

    FromKey(Class<T> type, Function<String, T> made) {
      this.type = type;
      this.made = made;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      try {
        return made.apply(key);
      } catch (IllegalArgumentException refused) {
        return context.reportInputMismatch(type, "%s", String.valueOf(refused.getMessage()));
      }
    }
  }
}
