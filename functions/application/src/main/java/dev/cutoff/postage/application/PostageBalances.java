package dev.cutoff.postage.application;

import dev.cutoff.postage.PostageBalance;
import java.util.List;

/** What accounts said of their balance. There are few. */
public interface PostageBalances {
  /** Surely all that were saved, by account; one that was not asked for long may be forgotten. */
  List<PostageBalance> all();

  /** In place of what was known of that account. */
  void save(PostageBalance balance);
}
