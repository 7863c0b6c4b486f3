package dev.cutoff.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON that is not the record it should be. The message names the path. */
public final class Unreadable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static Unreadable of(Class<?> type, JsonProcessingException cause) {
    StringBuilder path = new StringBuilder(type.getSimpleName());
    if (cause instanceof JsonMappingException mapping) {
      path.append(path(mapping.getPath()));
    }
    return new Unreadable(path + ": " + problem(cause), cause);
  }

  private static String path(List<JsonMappingException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference each : references) {
      if (each.getFieldName() != null) {
        path.append('.').append(each.getFieldName());
      } else {
        path.append('[').append(each.getIndex()).append(']');
      }
    }
    return path.toString();
  }

  private static String problem(JsonProcessingException cause) {
    if (cause.getCause() instanceof InputCoercionException) {
      return "a number out of range";
    }
    return switch (cause) {
      case UnrecognizedPropertyException unknown -> "unknown property";
      case InvalidNullException missing -> "null, but it must be there";
      case ValueInstantiationException refused when refused.getCause() != null ->
          "refused: " + refused.getCause().getMessage();
      case InvalidTypeIdException unnamed -> "unknown name '" + unnamed.getTypeId() + "'";
      case InvalidFormatException other when other.getTargetType().isEnum() ->
          "unknown name '" + other.getValue() + "'";
      case InvalidFormatException other -> "not a " + other.getTargetType().getSimpleName();
      case MismatchedInputException mismatched -> mismatched.getOriginalMessage();
      default -> "not JSON, or not complete";
    };
  }
}
