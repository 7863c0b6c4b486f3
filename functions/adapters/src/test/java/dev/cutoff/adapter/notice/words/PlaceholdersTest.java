package dev.cutoff.adapter.notice.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
  @Test
  void knownNamesAreTaken() {
    assertThat(Placeholders.problem("{{shop}}: {{#day}}on {{day}}{{/day}}{{^part}}all{{/part}}"))
        .isEmpty();
    assertThat(Placeholders.problem("no name at all")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{oder}}", "{{#oder}}x{{/oder}}", "{{part}}", "{{>order}}", "{{.}}"})
  void anUnknownNameIsToldWithThoseThereAre(String template) {
    assertThat(Placeholders.problem(template).orElseThrow())
        .contains("no placeholder", "{{order}}", "{{tracking}}", "{{#several}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{#day}}never ended", "{{order", "order}}", "{{/day}}", "{{#a}}{{/b}}"})
  void aBrokenTemplateIsTold(String template) {
    assertThat(Placeholders.problem(template).orElseThrow()).startsWith("is no template: ");
  }

  @Test
  void everyBuiltInLanguageSaysTheSameAndNamesWhatThereIs() throws IOException {
    Set<Object> english = new TreeSet<>(words("en").keySet());
    for (String language : Languages.BUILT_IN) {
      Properties words = words(language);
      assertThat(new TreeSet<>(words.keySet())).as(language).isEqualTo(english);
      words.forEach((key, template) -> {
        if (!key.toString().startsWith("label.")) {
          assertThat(Placeholders.problem(template.toString())).as(language + " " + key).isEmpty();
        }
      });
    }
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in =
        PlaceholdersTest.class.getResourceAsStream("words_" + language + ".properties")) {
      words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    return words;
  }
}
