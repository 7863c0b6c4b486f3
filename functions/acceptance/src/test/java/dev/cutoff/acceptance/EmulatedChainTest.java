package dev.cutoff.acceptance;

import dev.cutoff.acceptance.emulator.Emulator;
import dev.cutoff.acceptance.emulator.Stack;

/** The chain on AWS as an emulator understands it, with the roles of the functions enforced. */
final class EmulatedChainTest extends TheChain {
  @Override
  Shop open() {
    Emulator emulator = Emulator.start();
    try {
      return EmulatedShop.open(emulator, "cutoff", Stack.TEMPLATE).with(emulator);
    } catch (RuntimeException | Error e) {
      emulator.close();
      throw e;
    }
  }
}
