package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.Workload;

/** What a plan depends on beside the merchant file, the shelves and the carriers' prices. */
public interface Circumstances {
  /** Nothing is planned yet and nothing was learned. */
  Circumstances NONE =
      new Circumstances() {
        @Override
        public Workload workload(Merchant merchant, Wanted wanted) {
          return Workload.NONE;
        }

        @Override
        public Transit transit(Merchant merchant, Wanted wanted) {
          return Transit.OF_FILE;
        }
      };

  /** What others than this order have planned. */
  Workload workload(Merchant merchant, Wanted wanted);

  /** How long parcels take. */
  Transit transit(Merchant merchant, Wanted wanted);
}
