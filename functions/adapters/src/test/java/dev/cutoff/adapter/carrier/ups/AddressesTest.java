package dev.cutoff.adapter.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AddressesTest {
  private static final String PATH = "/addressvalidation/";
  private static final String WITH_SUITE = key("5 MAIN ST", "APT 2");
  private static final String OTHER = key("5 MAINE AVE", "APT 2");

  private final FakeUps ups = FakeUps.start();
  private final UpsProvider provider = Ups.provider(Ups.clock());
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void anAddressThatUpsKnowsAsItIsWrittenIsGood() {
    assertThat(verify(Ups.CHICAGO)).isEqualTo(new AddressAnswer.Good());
    assertThat(Specs.of("AddressValidation").problems("XAVRequestWrapper", ups.lastBody(PATH)))
        .isEmpty();
  }

  @Test
  void capitalsAndTheFourDigitsBehindTheZipAreNoCorrection() {
    says("ValidAddressIndicator", key("5 MAIN STREET", "APT 2"));

    assertThat(verify(Ups.CHICAGO)).isEqualTo(new AddressAnswer.Good());
  }

  @Test
  void anAddressThatUpsWritesOtherwiseIsCorrectedAndKeepsItsPeople() {
    Address proposed =
        Address.of(
            "Sam Example",
            "",
            "5 MAIN ST",
            "APT 2",
            "CHICAGO",
            "IL",
            "60606-1234",
            "US",
            "312-555-0199");
    for (String indicator : new String[] {"ValidAddressIndicator", "AmbiguousAddressIndicator"}) {
      says(indicator, WITH_SUITE);

      assertThat(verify(Ups.CHICAGO)).isEqualTo(new AddressAnswer.Corrected(proposed));
    }
  }

  @Test
  void severalCandidatesAreNamedAndTheAddressIsBad() {
    says("AmbiguousAddressIndicator", WITH_SUITE, OTHER, WITH_SUITE);

    assertThat(verify(Ups.CHICAGO))
        .isEqualTo(
            new AddressAnswer.Bad(
                "UPS knows several such addresses: 5 MAIN ST, APT 2, CHICAGO, IL 60606-1234;"
                    + " 5 MAINE AVE, APT 2, CHICAGO, IL 60606-1234"));
  }

  @Test
  void anAddressThatNobodyKnowsIsBad() {
    says("NoCandidatesIndicator");

    assertThat(verify(Ups.CHICAGO)).isEqualTo(new AddressAnswer.Bad("UPS knows no such address"));
  }

  @Test
  void anAddressElsewhereCouldNotBeAsked() {
    assertThat(verify(Ups.BERLIN))
        .isEqualTo(
            new AddressAnswer.CouldNotAsk("UPS verifies addresses of US and PR only, not of DE"));
    assertThat(ups.asked(PATH)).isEmpty();
    assertThat(verify(Ups.address("PR", "", "San Juan", "00901")))
        .isEqualTo(new AddressAnswer.Good());
    assertThat(verify(Ups.address("US", "PR", "San Juan", "00901")))
        .isEqualTo(new AddressAnswer.Good());
  }

  /** That a carrier is away says nothing of the address. */
  @Test
  void withoutAnAnswerTheAddressIsNeitherGoodNorBad() {
    ups.says(PATH, 503, "");
    assertThat(verify(Ups.CHICAGO)).isEqualTo(new AddressAnswer.CouldNotAsk("UPS answered 503"));

    ups.says(PATH, "264002", "Country code is not supported");
    assertThat(verify(Ups.CHICAGO))
        .isEqualTo(new AddressAnswer.CouldNotAsk("UPS: Country code is not supported (264002)"));

    ups.says(PATH, 200, "{}");
    assertThat(verify(Ups.CHICAGO)).isInstanceOf(AddressAnswer.CouldNotAsk.class);
    ups.says(PATH, 200, "{\"XAVResponse\":{\"AmbiguousAddressIndicator\":\"\"}}");
    assertThat(verify(Ups.CHICAGO)).isInstanceOf(AddressAnswer.CouldNotAsk.class);
  }

  private static String key(String street, String suite) {
    return """
    {"AddressLine":["%s","%s"],"PoliticalDivision2":"CHICAGO","PoliticalDivision1":"IL",
     "PostcodePrimaryLow":"60606","PostcodeExtendedLow":"1234","CountryCode":"US"}\
    """
        .formatted(street, suite);
  }

  private void says(String indicator, String... keys) {
    ups.says(PATH, question -> UpsAnswers.addresses(indicator, keys));
  }

  private AddressAnswer verify(Address address) {
    return provider.verify(carrier, address);
  }
}
