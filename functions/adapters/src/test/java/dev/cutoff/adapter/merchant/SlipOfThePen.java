package dev.cutoff.adapter.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The example shop with one thing wrong, and what the checker says. */
final class SlipOfThePen {
  private SlipOfThePen() {}

  static MerchantFile.Reading check(byte[] json) {
    return new MerchantCheck().check(json);
  }

  /** Exactly one problem, at the field, on the line where the old text stood. */
  static void expect(String old, String replacement, String field, String message) {
    expect(old, replacement, field, message, old);
  }

  static void expect(String old, String replacement, String field, String message, String at) {
    Problem problem = only(old, replacement);
    assertThat(problem.field()).as("%s", problem).isEqualTo(field);
    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).as("%s", problem).isEqualTo(ExampleShop.lineOf(at));
  }

  static Problem only(String old, String replacement) {
    List<Problem> problems = problems(ExampleShop.with(old, replacement));
    assertThat(problems).as("%s", problems).hasSize(1);
    return problems.getFirst();
  }

  static List<Problem> problems(byte[] json) {
    return switch (check(json)) {
      case MerchantFile.Read read -> throw new AssertionError("nothing was wrong");
      case MerchantFile.Wrong(List<Problem> problems) -> problems;
    };
  }
}
