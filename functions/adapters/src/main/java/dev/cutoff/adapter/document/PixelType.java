package dev.cutoff.adapter.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The pixel font within one PDF: as many small fonts as its characters need, since one holds but
 * 255.
 */
final class PixelType {

  private final Lettering lettering;
  private final PDDocument document;
  private final Map<Integer, Piece> known = new HashMap<>();
  private final List<PixelSlice> slices = new ArrayList<>();

  PixelType(Lettering lettering, PDDocument document) {
    this.lettering = lettering;
    this.document = document;
  }

  List<Piece> pieces(String text) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    for (PixelRows.Placed placed : PixelRows.placed(lettering.pixels(), text)) {
      Piece piece = known.get(placed.codePoint());
      if (piece == null) {
        piece = enter(placed.codePoint());
        known.put(placed.codePoint(), piece);
      }
      pieces.add(new Piece(piece.font(), piece.code(), placed.column()));
    }
    return pieces;
  }

  /** To be called when all is drawn. */
  void finish() throws IOException {
    for (PixelSlice slice : slices) {
      slice.finish(document);
    }
  }

  private Piece enter(int codePoint) throws IOException {
    if (slices.isEmpty() || slices.getLast().full()) {
      slices.add(PixelSlice.empty());
    }
    PixelSlice slice = slices.getLast();
    return new Piece(slice, slice.enter(document, codePoint, lettering.pixels()), 0);
  }

  /**
   * One character to show.
   *
   * @param code what the font calls it, as a string of one
   * @param column pixels from the start of the text
   */
  record Piece(PDFont font, String code, int column) {}
}
