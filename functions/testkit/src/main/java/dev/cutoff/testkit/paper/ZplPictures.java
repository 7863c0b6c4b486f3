package dev.cutoff.testkit.paper;

import com.google.zxing.NotFoundException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints labels that are one graphic field each, as a thermal printer would. */
public final class ZplPictures {
  private static final Pattern LABEL =
      Pattern.compile(
          """
          \\^XA\\^LH0,0\\^PON\\^PW(\\d+)\\^LL(\\d+)
          \\^FO(\\d+),(\\d+)\\^GFA,(\\d+),(\\d+),(\\d+),([^^]*)\\^FS
          \\^PQ1\\^XZ
          """);

  private ZplPictures() {}

  /** All labels of a file. */
  public static List<BufferedImage> labels(String zpl) {
    List<BufferedImage> labels = new ArrayList<>();
    Matcher label = LABEL.matcher(zpl);
    int end = 0;
    while (label.find() && label.start() == end) {
      end = label.end();
      labels.add(label(label));
    }
    if (end != zpl.length()) {
      throw new AssertionError("no label: " + zpl.substring(end, Math.min(zpl.length(), end + 80)));
    }
    return labels;
  }

  /** What a scanner reads on the first label. */
  public static String scanned(String zpl) throws NotFoundException {
    return PdfPictures.scanned(labels(zpl).getFirst());
  }

  private static BufferedImage label(Matcher label) {
    BufferedImage paper =
        new BufferedImage(number(label, 1), number(label, 2), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    int digits = number(label, 7) * 2;
    List<String> rows = rows(label.group(8), digits);
    if (rows.size() * digits / 2 != number(label, 5) || number(label, 5) != number(label, 6)) {
      throw new AssertionError("the field has another size than it says");
    }
    for (int y = 0; y < rows.size(); y++) {
      for (int i = 0; i < digits; i++) {
        int four = Character.digit(rows.get(y).charAt(i), 16);
        for (int bit = 0; bit < 4; bit++) {
          int x = number(label, 3) + i * 4 + bit;
          if ((four & (8 >> bit)) != 0 && x < paper.getWidth()) {
            paper.setRGB(x, number(label, 4) + y, 0);
          }
        }
      }
    }
    return paper;
  }

  /** After Zebra's programming guide, "alternative data compression scheme". */
  private static List<String> rows(String data, int digits) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    int times = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c >= 'G' && c <= 'Y') {
        times += c - 'G' + 1;
      } else if (c >= 'g' && c <= 'z') {
        times += (c - 'g' + 1) * 20;
      } else if (c == ':') {
        rows.add(rows.getLast());
      } else {
        switch (c) {
          case ',' -> row.repeat("0", digits - row.length());
          case '!' -> row.repeat("F", digits - row.length());
          default -> row.repeat(c, Math.max(1, times));
        }
        times = 0;
        if (row.length() == digits) {
          rows.add(row.toString());
          row.setLength(0);
        }
      }
    }
    if (!row.isEmpty()) {
      throw new AssertionError("half a row");
    }
    return rows;
  }

  private static int number(Matcher label, int group) {
    return Integer.parseInt(label.group(group));
  }
}
