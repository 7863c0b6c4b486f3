package dev.cutoff.postage.application;

import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.postage.PostageAccount;
import dev.cutoff.postage.PostageBalance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks once an hour what is left to pay postage with, and tells somebody before it is nothing. Once
 * for each time that it runs low; money that comes in closes it. A round may die anywhere and be
 * done again.
 */
public final class WatchingBalances {
  private final PostageBalances balances;
  private final Providers providers;
  private final RaisingDockException raising;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public WatchingBalances(
      PostageBalances balances,
      Providers providers,
      RaisingDockException raising,
      Merchants merchants,
      InstantSource clock) {
    this.balances = balances;
    this.providers = providers;
    this.raising = raising;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param asked accounts whose hour was over
   * @param failed those that could not be looked after, and why; one that is silent is none of them
   */
  public record Watched(int asked, List<String> failed) {
    public Watched {
      failed = List.copyOf(failed);
    }
  }

  public Watched watch() {
    List<String> failed = new ArrayList<>();
    List<PostageAccount> accounts =
        PostageAccount.of(merchants.current().carriers().values()).stream()
            .filter(each -> teller(each).isPresent())
            .toList();
    if (accounts.isEmpty()) {
      return new Watched(0, failed);
    }
    Map<String, PostageBalance> known =
        balances.all().stream()
            .collect(Collectors.toMap(PostageBalance::account, Function.identity()));
    int asked = 0;
    for (PostageAccount account : accounts) {
      PostageBalance before = known.get(account.id());
      if (before == null || before.isDue(clock.instant())) {
        asked++;
        // One account that can't be looked after never takes the others down.
        try {
          look(account, ask(account, before, failed));
        } catch (RuntimeException notThisTime) {
          failed.add(failure(account, notThisTime));
        }
      }
    }
    return new Watched(asked, failed);
  }

  private Optional<CarrierProvider> teller(PostageAccount account) {
    return providers
        .find(account.first())
        .filter(provider -> provider.can().contains(Capability.BALANCE));
  }

  /** Whatever comes of it, it is asked again in an hour. */
  private PostageBalance ask(
      PostageAccount account, @Nullable PostageBalance known, List<String> failed) {
    Instant now = clock.instant();
    PostageBalance before =
        known == null ? PostageBalance.unknown(account.id(), now) : known.silent(now);
    try {
      return teller(account)
          .flatMap(provider -> provider.balance(account.first()))
          .map(left -> before.read(left, now))
          .orElse(before);
    } catch (NoAnswer silence) {
      return before;
    } catch (RuntimeException notAsked) {
      failed.add(failure(account, notAsked));
      return before;
    }
  }

  /** What is told is told before it is written down that it was: again changes nothing. */
  private void look(PostageAccount account, PostageBalance balance) {
    Instant now = clock.instant();
    boolean low = balance.isLow(now, merchants.current().rules().postage().balanceLasts());
    if (low && balance.lowest() == null) {
      var _ = raising.raise(LowBalance.finding(account, balance, now));
      balances.save(balance.told());
    } else if (!low && balance.hasRisen()) {
      raising.settle(LowBalance.subject(account), Reason.POSTAGE_LOW, LowBalance.over(balance));
      balances.save(balance.over());
    } else if (balance.lowest() != null) {
      raising.update(LowBalance.finding(account, balance, now));
      balances.save(balance.told());
    } else {
      balances.save(balance);
    }
  }

  private static String failure(PostageAccount account, RuntimeException why) {
    return "balance of " + account.id() + ": " + why.getClass().getSimpleName();
  }
}
