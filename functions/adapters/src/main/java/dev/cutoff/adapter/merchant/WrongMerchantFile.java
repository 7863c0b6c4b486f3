package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.application.SetupIncomplete;
import java.util.List;
import java.util.stream.Collectors;

/** There is no merchant file that could be used: a mistake in the set-up. */
public final class WrongMerchantFile extends SetupIncomplete {
  private static final long serialVersionUID = 1L;

  public WrongMerchantFile(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.display("merchant file"))
            .collect(Collectors.joining("\n", "the merchant file cannot be used:\n", "")));
  }
}
