package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.document.application.LabelForms.Format;
import dev.cutoff.money.Money;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Makes of what UPS sold a label that can be printed, or says why it is none. */
final class UpsLabel {
  private final LabelForms forms;

  UpsLabel(LabelForms forms) {
    this.forms = forms;
  }

  /**
   * A label that was bought.
   *
   * @param id of the shipment, by which it is voided
   * @param image {@code {"ImageFormat" or "LabelImageFormat": {"Code"}, "GraphicImage"}}
   */
  LabelAnswer of(String id, String trackingNumber, Money cost, JsonNode image) {
    String code =
        image
            .path("ImageFormat")
            .path("Code")
            .asText(image.path("LabelImageFormat").path("Code").asText(""))
            .strip()
            .toUpperCase(Locale.ROOT);
    Optional<Format> format = format(code);
    Optional<byte[]> document = decoded(image.path("GraphicImage").asText(""));
    if (format.isEmpty() || document.isEmpty()) {
      return new LabelAnswer.Unprintable(id, trackingNumber, cost, why(code, format));
    }
    return switch (forms.of(format.get(), document.get())) {
      case LabelForms.Outcome.Made made ->
          new LabelAnswer.Bought(id, trackingNumber, cost, made.files());
      case LabelForms.Outcome.Unprintable not ->
          new LabelAnswer.Unprintable(id, trackingNumber, cost, not.why());
    };
  }

  private static String why(String code, Optional<Format> format) {
    if (format.isPresent()) {
      return "UPS sent no label that can be read";
    }
    return code.matches("[A-Z0-9]{1,5}")
        ? "UPS sent the label as " + code + ", ZPL was asked for"
        : "UPS sent no label";
  }

  private static Optional<Format> format(String code) {
    return switch (code) {
      case "ZPL" -> Optional.of(Format.ZPL);
      case "PDF" -> Optional.of(Format.PDF);
      case "PNG" -> Optional.of(Format.PNG);
      default -> Optional.empty();
    };
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
