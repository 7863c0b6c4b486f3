package dev.cutoff.adapter.document;

import java.util.List;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.HumanReadableLocation;

/**
 * A Code 128 symbol without its quiet zones.
 *
 * @param modules its width in modules
 */
record Code128Bars(String data, int modules, List<Bar> bars) {

  static final int QUIET_MODULES = 10;

  Code128Bars {
    bars = List.copyOf(bars);
  }

  static Code128Bars of(String data) {
    Code128 symbol = new Code128();
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    symbol.setContent(data);
    List<Bar> bars =
        symbol.getRectangles().stream().map(r -> new Bar((int) r.x, (int) r.width)).toList();
    return new Code128Bars(data, symbol.getWidth(), bars);
  }

  /** In modules. */
  record Bar(int start, int width) {}
}
