package dev.cutoff.local.store;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Predicate;

/** A scalar of Shopify's that travels as a string of a certain form. */
final class CheckedText implements Coercing<String, String> {
  private final Predicate<String> form;

  private CheckedText(Predicate<String> form) {
    this.form = form;
  }

  static GraphQLScalarType dateTime() {
    return scalar("DateTime", CheckedText::isDateTime);
  }

  static GraphQLScalarType url() {
    return scalar("URL", CheckedText::isUrl);
  }

  private static GraphQLScalarType scalar(String name, Predicate<String> form) {
    return GraphQLScalarType.newScalar().name(name).coercing(new CheckedText(form)).build();
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return value.toString();
  }

  @Override
  public String parseValue(Object value, GraphQLContext context, Locale locale) {
    if (value instanceof String text && form.test(text)) {
      return text;
    }
    throw new CoercingParseValueException("not of the right form: " + value);
  }

  @Override
  public String parseLiteral(
      Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
    String text = value instanceof StringValue string ? string.getValue() : null;
    if (text != null && form.test(text)) {
      return text;
    }
    throw new CoercingParseLiteralException("not of the right form: " + value);
  }

  private static boolean isDateTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException notATime) {
      return false;
    }
  }

  private static boolean isUrl(String text) {
    try {
      return URI.create(text).isAbsolute();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
