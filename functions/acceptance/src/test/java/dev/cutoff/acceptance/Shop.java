package dev.cutoff.acceptance;

import dev.cutoff.local.client.Client;
import dev.cutoff.local.store.FakeStores;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A Cutoff that is running somewhere, seen from outside. The suite knows no more of it than this,
 * so that it can be run against anything that has a base URL.
 */
interface Shop extends AutoCloseable {
  /** What only some places let a test see. */
  enum Sight {
    /** The stores' APIs are ours, and Cutoff reaches them. */
    STORES,
    /** The customers' mails. */
    MAILS,
    /** Nothing was in the shop before the test came. */
    FRESH
  }

  /** Without a slash at the end. */
  URI address();

  /** A bearer token that may do everything. */
  String token();

  /** The value of a secret that the merchant file names. */
  String secret(String name);

  /** What the shop's stores know and were told. */
  FakeStores stores();

  /** The shop's time. */
  Instant now();

  /** Lets time pass; a shop whose clock nobody can move skips the test where that would be long. */
  void pass(Duration time);

  /** Lets time pass until the condition holds, no longer than the limit; whether it held. */
  boolean until(BooleanSupplier condition, Duration limit);

  /** What the shop's bucket holds under that key. */
  Optional<byte[]> object(String key);

  /** Somebody has the dead letters of a queue tried again. */
  default void replay(String queue) {
    api().post("/deadletters/replay", Map.of("queue", queue)).is(200);
  }

  /** How that execution of the state machine stands; nothing where there is none. */
  Optional<String> execution(String name);

  /** What was mailed about an order: one line for each mail, which says what it is of. */
  List<String> mails(String orderId);

  /** Whether that part of the world can be looked at from here. */
  default boolean sees(Sight sight) {
    return true;
  }

  /** The API with the token; an answer that breaks the contract fails the test. */
  default Api api() {
    return new Api(this, token());
  }

  /** The API without any check: for couriers and others who have a right to bad answers. */
  default Client client() {
    return new Client(Api.HTTP, address(), token());
  }

  @Override
  void close();
}
