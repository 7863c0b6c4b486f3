package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.plan.Workload;
import dev.cutoff.postage.PostageStop;
import java.util.List;

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

        @Override
        public List<PostageStop> stops() {
          return List.of();
        }
      };

  /** What others than this order have planned. */
  Workload workload(Merchant merchant, Wanted wanted);

  /** How long parcels take. */
  Transit transit(Merchant merchant, Wanted wanted);

  /** The switches that are off: what they stop has no label for now. */
  List<PostageStop> stops();
}
