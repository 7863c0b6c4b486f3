package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cutoff.merchant.Merchant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads the merchant file. Strict: what it does not know, it refuses. It needs no JSON Schema, so
 * that a cold start does not pay for one; {@link MerchantCheck} adds that.
 */
public final class MerchantFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MerchantFile() {}

  /** What the bytes turned out to be. */
  public sealed interface Reading {}

  /** A shop that holds together. */
  public record Read(Merchant merchant) implements Reading {}

  /** All that is wrong, in the order of the file. */
  public record Wrong(List<Problem> problems) implements Reading {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }

  public static Reading read(byte[] json) {
    return read(json, (file, mistakes) -> {});
  }

  /**
   * Reads with a check before the binding.
   *
   * @param shape adds what it finds; where it finds something, that alone is told
   */
  static Reading read(byte[] json, BiConsumer<JsonNode, List<Mistake>> shape) {
    JsonNode file;
    try {
      file = parse(json);
    } catch (JsonProcessingException notJson) {
      return new Wrong(List.of(syntax(notJson)));
    }
    if (!file.isObject()) {
      return new Wrong(List.of(new Problem(1, 1, "", "must be an object, { … }")));
    }
    List<Mistake> mistakes = new ArrayList<>();
    Secrecy.check(Where.FILE, file, mistakes);
    if (mistakes.isEmpty()) {
      shape.accept(file, mistakes);
    }
    Draft draft = mistakes.isEmpty() ? Field.read(file, mistakes, ShopBinding::draft) : null;
    if (draft != null && mistakes.isEmpty()) {
      ShopChecks.check(draft, mistakes);
    }
    return draft == null || !mistakes.isEmpty()
        ? new Wrong(Positions.of(json).locate(mistakes))
        : new Read(draft.merchant(version(json)));
  }

  /** Of the content: the same bytes, the same version. */
  static String version(byte[] json) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static JsonNode parse(byte[] json) throws JsonProcessingException {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      throw notJson;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Problem syntax(JsonProcessingException notJson) {
    JsonLocation at = notJson.getLocation();
    return new Problem(
        at == null ? 1 : Math.max(1, at.getLineNr()),
        at == null ? 1 : Math.max(1, at.getColumnNr()),
        "",
        "is not JSON: " + notJson.getOriginalMessage());
  }
}
