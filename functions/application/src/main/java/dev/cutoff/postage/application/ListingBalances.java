package dev.cutoff.postage.application;

import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.postage.PostageAccount;
import dev.cutoff.postage.PostageBalance;
import jakarta.inject.Inject;
import java.util.List;

/** What is left to pay postage with, of the accounts that say so. */
public final class ListingBalances {
  private final PostageBalances balances;
  private final Merchants merchants;

  @Inject
  public ListingBalances(PostageBalances balances, Merchants merchants) {
    this.balances = balances;
    this.merchants = merchants;
  }

  /** An account and what is known of it. */
  public record Listed(PostageAccount account, PostageBalance balance) {}

  /** Those that have answered, and that the merchant file still has. */
  public List<Listed> listed() {
    List<PostageAccount> accounts = PostageAccount.of(merchants.current().carriers().values());
    return balances.all().stream()
        .filter(each -> each.latest().isPresent())
        .flatMap(each ->
            accounts.stream()
                .filter(account -> account.id().equals(each.account()))
                .map(account -> new Listed(account, each)))
        .toList();
  }
}
