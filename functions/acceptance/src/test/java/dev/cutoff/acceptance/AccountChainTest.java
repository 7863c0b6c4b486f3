package dev.cutoff.acceptance;

import dev.cutoff.acceptance.emulator.Account;
import dev.cutoff.acceptance.emulator.Stack;
import dev.cutoff.local.store.FakeStores;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The chain on a stack in a real account: {@code -Dcutoff.account.stack=NAME}. The stack has to be
 * one for tests. Mails are not seen there; stores are where {@code -Dcutoff.account.stores=URL}
 * leads to port {@code -Dcutoff.account.stores.port=N} of this machine.
 */
@EnabledIfSystemProperty(
    named = "cutoff.account.stack",
    matches = ".+",
    disabledReason =
        "a real account was not asked for: -Dcutoff.account.stack=NAME of a stack for tests, and"
            + " credentials for its account")
final class AccountChainTest extends TheChain {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Orders of earlier runs are still there: each run begins with others. */
  private final int numbersFrom = (int) (Clock.systemUTC().millis() / 1000 % 20_000) * 100_000;

  @Override
  int numbersFrom() {
    return numbersFrom;
  }

  /** Eight tries with 45 seconds between them. */
  @Override
  Duration patience() {
    return Duration.ofMinutes(10);
  }

  @Override
  Shop open() {
    String name = System.getProperty("cutoff.account.stack");
    String url = System.getProperty("cutoff.account.stores", "");
    Stack stack = Stack.inAccount(name);
    Account account = new Account();
    return DeployedShop.open(
            new DeployedShop.Place(
                account,
                stack,
                URI.create(stack.output("ApiUrl")),
                store -> url.isEmpty() ? "https://" + store + ".stores.invalid" : url + "/" + store,
                AccountChainTest::secretLike,
                url.isEmpty() ? Set.of() : EnumSet.of(Shop.Sight.STORES),
                orderId -> List.of(),
                null),
            FakeStores.start(
                Integer.getInteger("cutoff.account.stores.port", 0), Clock.systemUTC()))
        .with(account);
  }

  /** Of the same form, and nobody's guess: this API is in the open. */
  private static String secretLike(String sample) {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    if (sample.startsWith("whsec_")) {
      return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }
    String hex = HexFormat.of().formatHex(bytes);
    return sample.contains(":") ? "ck_" + hex + ":cs_" + hex : hex;
  }
}
