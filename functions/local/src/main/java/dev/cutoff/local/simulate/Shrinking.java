package dev.cutoff.local.simulate;

import dev.cutoff.local.simulate.Plan.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Takes away from a schedule what the violation does not need. */
final class Shrinking {
  private static final int OTHER_TURNS = 40;

  private final Place place;
  private final SplittableRandom random = new SplittableRandom(1);

  Shrinking(Place place) {
    this.place = place;
  }

  Plan smallest(Plan plan, String law) {
    String kind = kind(law);
    Plan best = plan;
    Plan smaller = plan;
    while (smaller != null) {
      best = smaller;
      smaller = smaller(best, kind);
    }
    return straight(best, kind);
  }

  /** What a law is called, without the numbers of the case. */
  private static String kind(String law) {
    return law.replaceAll("[:,].*", "");
  }

  private @Nullable Plan smaller(Plan plan, String kind) {
    for (Plan each : candidates(plan)) {
      Plan found = stillBroken(each, kind);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Plan stillBroken(Plan plan, String kind) {
    Plan tried = plan;
    for (int i = 0; i < OTHER_TURNS; i++) {
      String law = StockSimulation.law(tried, place, null);
      if (law != null && kind(law).equals(kind)) {
        return tried;
      }
      tried = plan.withTurns(random.ints(plan.turns().size(), 0, 12).boxed().toList());
    }
    return null;
  }

  /** One call less, then one fault less. */
  private static List<Plan> candidates(Plan plan) {
    List<Plan> all = new ArrayList<>();
    for (int client = 0; client < plan.clients().size(); client++) {
      for (int call = 0; call < plan.clients().get(client).size(); call++) {
        all.add(with(plan, client, call, null));
      }
    }
    for (int client = 0; client < plan.clients().size(); client++) {
      for (int call = 0; call < plan.clients().get(client).size(); call++) {
        Call whole = plan.clients().get(client).get(call);
        for (int fault = 0; fault < whole.faults().size(); fault++) {
          List<Plan.Fault> fewer = new ArrayList<>(whole.faults());
          fewer.remove(fault);
          all.add(with(plan, client, call, new Call(whole.deed(), fewer)));
        }
      }
    }
    return all;
  }

  private static Plan with(Plan plan, int client, int call, @Nullable Call other) {
    List<List<Call>> clients = new ArrayList<>();
    plan.clients().forEach(each -> clients.add(new ArrayList<>(each)));
    if (other == null) {
      clients.get(client).remove(call);
    } else {
      clients.get(client).set(call, other);
    }
    return plan.withClients(clients);
  }

  /** As few turns out of order as will do. */
  private Plan straight(Plan plan, String kind) {
    Plan best = plan;
    for (int size = 0; size < plan.turns().size(); size++) {
      Plan tried = plan.withTurns(plan.turns().subList(0, size));
      String law = StockSimulation.law(tried, place, null);
      if (law != null && kind(law).equals(kind)) {
        return tried;
      }
    }
    return best;
  }
}
