package dev.cutoff.adapter.carrier.easypost;

import com.easypost.model.AddressVerification;
import com.easypost.model.AddressVerificationFieldError;
import dev.cutoff.adapter.carrier.easypost.EasyPostApi.Said;
import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether EasyPost knows an address. */
final class Addresses {
  /** What says something of the address; all else says something of who was asked. */
  private static final List<String> OF_THE_ADDRESS =
      List.of(
          "E.ADDRESS.",
          "E.HOUSE_NUMBER.",
          "E.STREET.",
          "E.SECONDARY_INFORMATION.",
          "E.BOX_NUMBER.",
          "E.CITY_STATE.",
          "E.STATE.",
          "E.ZIP.");

  private final EasyPostApi api;

  Addresses(EasyPostApi api) {
    this.api = api;
  }

  AddressAnswer verify(Carrier carrier, Address address) {
    Map<String, Object> question = Question.address(address, "");
    question.put("verify", true);
    return switch (api.ask(carrier, client -> client.address.create(question))) {
      case Said.Yes<com.easypost.model.Address> yes -> meaning(carrier, address, yes.value());
      case Said.No<com.easypost.model.Address> no -> new AddressAnswer.CouldNotAsk(no.words());
    };
  }

  private AddressAnswer meaning(Carrier carrier, Address asked, com.easypost.model.Address said) {
    AddressVerification delivery =
        said.getVerifications() == null ? null : said.getVerifications().getDelivery();
    if (delivery == null || delivery.getSuccess() == null) {
      return new AddressAnswer.CouldNotAsk("it was asked and did not verify");
    }
    if (delivery.getSuccess()) {
      return new AddressAnswer.Corrected(written(asked, said));
    }
    List<AddressVerificationFieldError> errors =
        Objects.requireNonNullElse(delivery.getErrors(), List.<AddressVerificationFieldError>of());
    String words =
        api.words(
            carrier,
            errors.stream()
                .map(each -> Objects.requireNonNullElse(each.getMessage(), ""))
                .distinct()
                .collect(Collectors.joining(", ")),
            "it gave no reason");
    boolean bad = errors.stream().anyMatch(each -> ofTheAddress(each.getCode()));
    return bad ? new AddressAnswer.Bad(words) : new AddressAnswer.CouldNotAsk(words);
  }

  private static boolean ofTheAddress(String code) {
    return code != null && OF_THE_ADDRESS.stream().anyMatch(code::startsWith);
  }

  /** As it writes it; who compares the two sees whether it is the same place. */
  private static Address written(Address asked, com.easypost.model.Address said) {
    return Address.of(
        asked.name(),
        asked.company(),
        said.getStreet1(),
        said.getStreet2(),
        said.getCity(),
        said.getState(),
        said.getZip(),
        said.getCountry(),
        asked.phone());
  }
}
