package dev.cutoff.adapter.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.testkit.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of a purchase, and getting the money back. */
final class SearchTest {
  private static final String RECOVERY = "/labels/";
  private static final String REFERENCE = "SHP-DTC-90412-1-1-a1";
  private static final String NUMBER = "1ZA1B2C30000000001";

  private final FakeUps ups = FakeUps.start();
  private final ManualClock clock = Ups.clock();
  private final UpsProvider provider = Ups.provider(clock);
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void aLabelWhoseAnswerWasLostIsAdoptedAtTheQuotedPrice() {
    ups.sells(REFERENCE);

    assertThat(find())
        .isInstanceOfSatisfying(
            FindAnswer.Found.class,
            found -> {
              assertThat(found.label().labelId()).isEqualTo(NUMBER);
              assertThat(found.label().trackingNumber()).isEqualTo(NUMBER);
              assertThat(found.label().cost()).isEqualTo(Ups.GROUND);
              assertThat(found.label().files().zpl()).isEqualTo(UpsAnswers.ZPL);
            });
    assertThat(ups.lastBody(RECOVERY).at("/LabelRecoveryRequest/ReferenceValues/ShipperNumber"))
        .hasToString("\"" + FakeUps.NUMBER + "\"");
  }

  @Test
  void aLabelThatUpsGivesOutAsPdfIsALabelToo() throws IOException {
    byte[] pdf = pdf();
    ups.says(
        RECOVERY,
        question -> UpsAnswers.label(NUMBER, "PDF", new String(pdf, StandardCharsets.ISO_8859_1)));

    assertThat(find())
        .isInstanceOfSatisfying(
            FindAnswer.Found.class,
            found -> assertThat(found.label().files().zpl()).startsWith("^XA"));
  }

  @Test
  void aLabelThatUpsGivesOutAsAPictureOnlyIsFoundAndCantBePrinted() {
    ups.says(RECOVERY, question -> UpsAnswers.label(NUMBER, "GIF", "GIF89a"));

    assertThat(find()).isInstanceOf(FindAnswer.FoundUnprintable.class);
  }

  @Test
  void notFoundIsNotYetKnownUntilTheSettleTimeIsOver() {
    clock.advance(Ups.SETTLE.minusSeconds(1));
    assertThat(find()).isEqualTo(new FindAnswer.NotYetKnown(Ups.NOW.plus(Ups.SETTLE)));

    clock.advance(Duration.ofSeconds(1));
    assertThat(find()).isEqualTo(new FindAnswer.NotBought());
  }

  @Test
  void twoLabelsUnderOneReferenceAreForAPersonToLookAt() {
    ups.sells(REFERENCE);
    ups.sells(REFERENCE);

    assertThat(find()).isEqualTo(new FindAnswer.CannotTell());
  }

  @Test
  void aLabelThatWasVoidedIsNotBought() {
    ups.sells(REFERENCE).voided = true;

    assertThat(find()).isEqualTo(new FindAnswer.NotBought());
  }

  @Test
  void aParcelThatIsTrackedWithoutALabelIsFoundAndCantBePrinted() {
    for (String code : List.of("300002", "300006", "300007")) {
      ups.says(RECOVERY, code, "Label is unavailable.");
      ups.says("/track/v1/reference/", question -> UpsAnswers.tracked(List.of(NUMBER)));

      assertThat(find())
          .isInstanceOfSatisfying(
              FindAnswer.FoundUnprintable.class,
              found -> assertThat(found.label().labelId()).isEqualTo(NUMBER));
    }
    assertThat(ups.asked("/track/v1/reference/").getLast().path())
        .startsWith("/api/track/v1/reference/details/" + REFERENCE + "?")
        .contains("shipperNum=" + FakeUps.NUMBER, "fromPickUpDate=20261025");
  }

  @Test
  void aLabelThatWasSoldAndIsNowhereIsForAPersonToLookAt() {
    ups.says(RECOVERY, "300002", "Label is unavailable.");

    assertThat(find()).isEqualTo(new FindAnswer.CannotTell());
  }

  @Test
  void aLabelThatUpsIsStillAtIsNeverCalledNotBought() {
    ups.says(RECOVERY, "300034", "The shipment has not been processed.");

    assertThat(find()).isInstanceOf(FindAnswer.NotYetKnown.class);
    clock.advance(Ups.SETTLE);
    assertThat(find()).isEqualTo(new FindAnswer.CannotTell());
  }

  @Test
  void anErrorThatSaysNothingOfTheLabelIsNoAnswer() {
    for (String code : List.of("300031", "300000", "10002")) {
      ups.says(RECOVERY, code, "no");

      assertThatThrownBy(this::find).isInstanceOf(NoAnswer.class);
    }
  }

  @Test
  void voidingTwiceIsSuccess() {
    ups.sells(REFERENCE);

    assertThat(voided(NUMBER)).isEqualTo(new VoidAnswer.Voided());
    assertThat(voided(NUMBER)).isEqualTo(new VoidAnswer.Voided());
    assertThat(ups.asked("/void/cancel/").getFirst().method()).isEqualTo("DELETE");
  }

  /** Reported: it was already manifested, and nobody had said until when it could be voided. */
  @Test
  void aLabelThatCouldNotBeVoidedTheDayAfterSaysItsWindow() {
    ups.says("/void/cancel/", "190101", "Time for voiding has expired.");

    assertThat(voided(NUMBER))
        .isEqualTo(
            new VoidAnswer.Refused(
                "UPS: Time for voiding has expired (190101); its labels can be voided within 28"
                    + " days of their purchase"));
  }

  @Test
  void whatUpsDoesNotVoidIsRefusedInItsWords() {
    ups.says("/void/cancel/", "190118", "Same Day Service Void Not Allowed.");
    assertThat(voided(NUMBER))
        .isEqualTo(new VoidAnswer.Refused("UPS: Same Day Service Void Not Allowed (190118)"));

    ups.says(
        "/void/cancel/",
        200,
        UpsAnswers.voided()
            .body()
            .replace(
                "{\"Code\":\"1\",\"Description\":\"Voided\"}",
                "{\"Code\":\"0\",\"Description\":\"Not Voided\"}"));
    assertThat(voided(NUMBER)).isInstanceOf(VoidAnswer.Refused.class);

    ups.says("/void/cancel/", "190001", "Void not available at this time");
    assertThatThrownBy(() -> voided(NUMBER)).isInstanceOf(NoAnswer.class);
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(288, 432));
      document.addPage(page);
      try (PDPageContentStream drawing = new PDPageContentStream(document, page)) {
        drawing.addRect(40, 40, 120, 60);
        drawing.fill();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private VoidAnswer voided(String labelId) {
    return provider.voidLabel(carrier, labelId);
  }

  private FindAnswer find() {
    return provider.find(carrier, Ups.label(REFERENCE));
  }
}
