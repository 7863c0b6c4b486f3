package dev.cutoff.local.simulate;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.local.simulate.Plan.Call;
import dev.cutoff.local.simulate.Plan.Kind;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.dynamo.InMemoryDynamo;
import dev.cutoff.testkit.dynamo.Seam;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * One client: does its calls, stops before each request until it is its turn, and dies where the
 * plan says so. Then another does the same call again from the start, and what was left to do.
 */
final class Client implements Turns.Body, Seam {
  private final Run run;
  private final int number;
  private final Stock stock;
  private Turns.@Nullable Player player;
  private @Nullable Call call;
  private int request;

  Client(Run run, int number) {
    this.run = run;
    this.number = number;
    this.stock = run.place.stockOf(number, this);
  }

  /** The process is gone; an error, so that nobody takes it for an answer. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died() {
      super("died", null, false, false);
    }
  }

  @Override
  public void play(Turns.Player with) {
    player = with;
    for (Call each : run.plan.clients().get(number)) {
      call = each;
      request = 0;
      run.tally.calls++;
      long at = run.tick();
      if (each.deed() instanceof Deed.Lose lose) {
        run.lose(lose);
        run.say("client " + number + ": " + lose);
        with.rest();
        continue;
      }
      run.busy(number, true);
      Cause cause = new Cause(Run.time(at), "client " + number, "");
      Doing doing = new Doing(run, stock, cause);
      run.say("client " + number + " begins: " + each);
      while (!ended(doing, each.deed())) {
        run.tally.repeated++;
      }
      run.busy(number, false);
    }
  }

  private boolean ended(Doing doing, Deed deed) {
    try {
      String answer = doing.once(deed);
      if (run.isTold()) {
        run.say("client " + number + " is told: " + answer);
      }
      return true;
    } catch (Died died) {
      return false;
    } catch (TryAgainLater again) {
      run.say("client " + number + " tries again: " + again.getMessage());
      return false;
    }
  }

  @Override
  public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
      Q asked, Function<Q, A> tables) {
    Objects.requireNonNull(player).rest();
    run.asked();
    Kind fault = fault(request++);
    if (fault == Kind.CONFLICT && !writes(asked)) {
      fault = null;
    }
    if (fault != null) {
      run.tally.happened(fault);
    }
    if (fault == Kind.DIES_BEFORE) {
      say(asked, "and dies before it");
      throw new Died();
    }
    boolean conflict = fault == Kind.CONFLICT;
    A answer;
    try {
      answer =
          run.place.broken.pass(
              asked,
              each -> {
                if (conflict) {
                  throw conflict(each);
                }
                return tables.apply(each);
              });
    } catch (DynamoDbException refused) {
      run.tally.refused++;
      say(asked, "refused: " + refused.getMessage());
      after(fault);
      throw refused;
    }
    say(asked, "done");
    run.written(asked);
    after(fault);
    return answer;
  }

  private void after(@Nullable Kind fault) {
    if (fault == Kind.DIES_AFTER) {
      run.say("client " + number + " dies after it");
      throw new Died();
    }
    if (fault == Kind.ANSWER_LOST) {
      run.say("client " + number + " never hears of it");
      throw SdkClientException.create("the answer was lost");
    }
  }

  private @Nullable Kind fault(int at) {
    return Objects.requireNonNull(call).faults().stream()
        .filter(each -> each.hits(at))
        .map(Plan.Fault::kind)
        .findFirst()
        .orElse(null);
  }

  private static boolean writes(DynamoDbRequest asked) {
    return asked instanceof TransactWriteItemsRequest || asked instanceof PutItemRequest;
  }

  private static DynamoDbException conflict(DynamoDbRequest asked) {
    return asked instanceof TransactWriteItemsRequest transaction
        ? InMemoryDynamo.conflict(transaction, 0)
        : TransactionConflictException.builder().message("conflict").build();
  }

  private void say(DynamoDbRequest asked, String end) {
    if (run.isTold()) {
      run.say("client " + number + ": " + Spoken.of(asked) + ": " + end);
    }
  }
}
