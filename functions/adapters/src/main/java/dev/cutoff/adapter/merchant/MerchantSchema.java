package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schema that editors use, asked for what is wrong; its descriptions say what to do. */
final class MerchantSchema {
  private final JsonNode source;
  private final JsonSchema schema;

  private MerchantSchema(JsonNode source) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    this.source = source;
    this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(source, config);
  }

  static MerchantSchema load() {
    try (InputStream in = MerchantSchema.class.getResourceAsStream("merchant.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("merchant.schema.json is missing from the jar");
      }
      return new MerchantSchema(new JsonMapper().readTree(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void check(JsonNode file, List<Mistake> mistakes) {
    schema.validate(file).stream().map(this::mistake).forEach(mistakes::add);
  }

  private Mistake mistake(ValidationMessage message) {
    Where where = where(message.getInstanceLocation());
    SchemaPart part = SchemaPart.at(source, message.getEvaluationPath());
    return switch (message.getType()) {
      case "required" ->
          part.isAlternative()
              ? new Mistake(where, "does not fit: " + part.description())
              : missing(where, part, message.getProperty());
      case "additionalProperties" ->
          new Mistake(where.field(message.getProperty()), Hints.unknownField(part.fields()));
      case "propertyNames" ->
          new Mistake(
              message.getProperty() == null ? where : where.field(message.getProperty()),
              "does not fit: " + part.names().description());
      default -> new Mistake(where, "does not fit: " + part.description());
    };
  }

  private static Mistake missing(Where where, SchemaPart part, String field) {
    String description = part.field(field).description();
    return new Mistake(
        where.field(field),
        "is missing: please add it" + (description.isEmpty() ? "" : ": " + description));
  }

  private static Where where(JsonNodePath path) {
    Where where = Where.FILE;
    for (int i = 0; i < path.getNameCount(); i++) {
      where =
          path.getElement(i) instanceof Integer index
              ? where.element(index)
              : where.field(path.getName(i));
    }
    return where;
  }
}
