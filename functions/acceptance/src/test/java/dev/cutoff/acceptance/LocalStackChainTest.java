package dev.cutoff.acceptance;

import dev.cutoff.acceptance.emulator.LocalStack;
import dev.cutoff.acceptance.emulator.Stack;
import dev.cutoff.local.store.FakeStores;
import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The chain on LocalStack. Its functions run in containers, which do not reach stores on this
 * machine's loopback: what the stores are told is not seen here.
 */
@EnabledIf(
    value = "dev.cutoff.acceptance.emulator.LocalStack#possible",
    disabledReason =
        "LocalStack needs Docker, the Python tools, and a licence for HTTP APIs and Cognito"
            + " (LOCALSTACK_AUTH_TOKEN)")
final class LocalStackChainTest extends TheChain {
  @Override
  Shop open() {
    LocalStack aws = LocalStack.start();
    try {
      Stack stack = aws.deploy("cutoff");
      return DeployedShop.open(
              new DeployedShop.Place(
                  aws,
                  stack,
                  URI.create(
                      aws.endpoint() + "/_aws/execute-api/" + stack.output("ApiId") + "/$default"),
                  store -> "https://" + store + ".stores.invalid",
                  sample -> sample,
                  EnumSet.of(Shop.Sight.FRESH),
                  orderId -> List.of(),
                  null),
              FakeStores.start(0, Clock.systemUTC()))
          .with(aws);
    } catch (RuntimeException | Error e) {
      aws.close();
      throw e;
    }
  }
}
