package dev.cutoff.acceptance.histories;

import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * Something in which the emulator is known to be unlike AWS, and the embedded engine is not.
 *
 * @param source where AWS says so, or is seen to do so
 * @param seen what of a history shows it
 */
record Difference(
    String what,
    String source,
    Scene scene,
    Function<List<HistoryEvent>, Object> seen,
    Object asOnAws,
    Object onTheEmulator) {

  @Override
  public String toString() {
    return what;
  }
}
