package dev.cutoff.carrier.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Nothing that a provider can be asked goes past what stands around it. */
final class AroundProviderTest {
  /** A question that only the interface answers would be answered "can't" for every provider. */
  @Test
  void every_question_of_a_provider_is_handed_on() {
    assertThat(CarrierProvider.class.getDeclaredMethods())
        .filteredOn(each -> !each.isSynthetic())
        .allSatisfy(each -> assertThat(isDeclared(each)).as(each.getName()).isTrue());
  }

  private static boolean isDeclared(Method question) {
    return Arrays.stream(AroundProvider.class.getDeclaredMethods())
        .anyMatch(each ->
            each.getName().equals(question.getName())
                && Arrays.equals(each.getParameterTypes(), question.getParameterTypes()));
  }
}
