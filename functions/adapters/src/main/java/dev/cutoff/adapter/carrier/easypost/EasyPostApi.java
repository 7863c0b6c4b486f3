package dev.cutoff.adapter.carrier.easypost;

import com.easypost.exception.API.EncodingError;
import com.easypost.exception.API.JsonError;
import com.easypost.exception.APIException;
import com.easypost.exception.EasyPostException;
import com.easypost.model.FieldError;
import com.easypost.service.EasyPostClient;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.CarrierWords;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks EasyPost once, by its official client, and tells a "no" from silence. */
final class EasyPostApi {
  private static final String ADDRESS = "https://api.easypost.com";
  private static final int UNAUTHORIZED = 401;

  private final Secrets secrets;
  private final CarrierHttp http;
  private final int millis;

  EasyPostApi(Secrets secrets, HttpClient http, Duration limit) {
    this.secrets = secrets;
    this.http = new CarrierHttp(http, limit);
    this.millis = Math.toIntExact(limit.toMillis());
  }

  /** What is asked. */
  @FunctionalInterface
  interface Question<T> {
    T ask(EasyPostClient client) throws EasyPostException;
  }

  /** What it said. */
  sealed interface Said<T> {
    record Yes<T>(T value) implements Said<T> {}

    /**
     * A "no" of its own.
     *
     * @param code such as SHIPMENT.POSTAGE.EXISTS; "" where it sent none
     * @param words for a person, without a secret
     */
    record No<T>(int status, String code, String words) implements Said<T> {}
  }

  /** Silence and what nobody can read are a {@link NoAnswer}. */
  <T> Said<T> ask(Carrier carrier, Question<T> question) {
    String key = key(carrier);
    try {
      EasyPostClient client = new EasyPostClient(key, millis, millis, address(carrier));
      @Nullable T said = Wire.through(http, () -> question.ask(client));
      if (said == null) {
        throw NoAnswer.garbled();
      }
      return new Said.Yes<>(said);
    } catch (NoAnswer silent) {
      throw silent;
    } catch (EncodingError | JsonError ours) {
      throw new IllegalStateException("EasyPost's client can't write the question", ours);
    } catch (APIException no) {
      if (no.getStatusCode() == null) {
        throw NoAnswer.unreachable();
      }
      return new Said.No<>(
          no.getStatusCode(), Objects.requireNonNullElse(no.getCode(), ""), words(no, key));
    } catch (EasyPostException notAsked) {
      throw new IllegalStateException("EasyPost's client refuses the question", notAsked);
    } catch (RuntimeException unreadable) {
      // Its JSON reader throws what it likes at what it did not expect.
      throw NoAnswer.garbled();
    }
  }

  /** The same key and address for what is read as it comes. */
  CarrierHttp.Answer get(Carrier carrier, String path) {
    return http.ask(
        "GET",
        URI.create(address(carrier) + path),
        Map.of("Authorization", "Bearer " + key(carrier)),
        MissingNode.getInstance());
  }

  /** What it says beside a "yes", for a person. */
  String words(Carrier carrier, @Nullable String said, String otherwise) {
    return CarrierWords.of(Objects.requireNonNullElse(said, ""), key(carrier), otherwise);
  }

  /** Only a key for tests may be used for what is none but a test. */
  boolean isProduction(Carrier carrier) {
    return key(carrier).startsWith("EZAK");
  }

  static String address(Carrier carrier) {
    return Objects.requireNonNullElse(Settling.account(carrier).apiUrl(), ADDRESS);
  }

  private String key(Carrier carrier) {
    String key = secrets.value(Settling.account(carrier).secretName()).strip();
    if (key.isEmpty()) {
      throw NoAnswer.status(UNAUTHORIZED);
    }
    return key;
  }

  private static String words(APIException no, String key) {
    List<Object> errors = no.getErrors() == null ? List.of() : no.getErrors();
    String fields = errors.stream().map(EasyPostApi::field).collect(Collectors.joining(", "));
    String message = Objects.requireNonNullElse(no.getMessage(), "");
    return CarrierWords.of(
        fields.isEmpty() ? message : message + ": " + fields, key, "gave no reason");
  }

  private static String field(Object error) {
    return error instanceof FieldError field
        ? field.getField() + " " + field.getMessage()
        : error.toString();
  }
}
