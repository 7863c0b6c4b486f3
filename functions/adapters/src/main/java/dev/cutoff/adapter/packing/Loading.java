package dev.cutoff.adapter.packing;

import com.github.skjolber.packing.api.Container;
import com.github.skjolber.packing.api.StackPlacement;
import com.github.skjolber.packing.api.Stackable;
import com.github.skjolber.packing.packer.DefaultPackResult;
import com.github.skjolber.packing.packer.laff.LargestAreaFitFirstPackager;
import com.github.skjolber.packing.packer.plain.PlainPackager;
import dev.cutoff.merchant.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads one box with as much as goes in, by the packing library's heuristics. The effort is bounded
 * by the number of pieces, not by a clock, so that the same order is packed the same way on any
 * machine: of many units, equal ones are first joined into blocks.
 */
final class Loading {
  /** Above this, units are joined into blocks. */
  private static final int MANY = 250;

  /** More pieces are not tried in one box; those left out are next. */
  private static final int MOST = 500;

  /** Up to this many pieces the slower of the two heuristics is tried too. */
  private static final int SOME = 120;

  /** Up to this many pieces the box is tried standing on each of its sides. */
  private static final int FEW = 30;

  private final Tried tried;
  private final Heuristic byVolume = byVolume(PlainPackager.newBuilder().build());
  private final Heuristic byArea = byArea(LargestAreaFitFirstPackager.newBuilder().build());

  private static Heuristic byVolume(PlainPackager packager) {
    return (offered, container) -> packager.pack(offered, container, 0, () -> false);
  }

  private static Heuristic byArea(LargestAreaFitFirstPackager packager) {
    return (offered, container) -> packager.pack(offered, container, 0, () -> false);
  }

  /** Whether it may be worth a try: neither volume nor weight nor any single unit rules it out. */
  boolean mayHold(List<Shape> shapes, long[] counts, Box box) {
    long volume = 0;
    long grams = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && !shapes.get(i).fits(box)) {
        return false;
      }
      volume += counts[i] * shapes.get(i).cubicMm();
      grams += counts[i] * shapes.get(i).grams();
    }
    return volume <= box.inner().cubicMm() && grams <= Shape.bears(box);
  }

  Loading() {
    this(Tried.NOTHING);
  }

  Loading(Tried tried) {
    this.tried = tried;
  }

  /** The load of all of it, where the box holds all. */
  Optional<Load> whole(List<Shape> shapes, long[] counts, Box box) {
    return mayHold(shapes, counts, box)
        ? tried.whole(shapes, counts, box, () -> load(shapes, counts, box))
        : Optional.empty();
  }

  /** The best load found. */
  Load load(List<Shape> shapes, long[] counts, Box box) {
    return tried.load(false, shapes, counts, box, () -> best(shapes, counts, box));
  }

  private Load best(List<Shape> shapes, long[] counts, Box box) {
    Load quick = quickLoad(shapes, counts, box);
    if (quick.holdsAll(counts)) {
      return quick;
    }
    Map<Stackable, Piece> pieces = new HashMap<>();
    List<Stackable> offered = offer(shapes, counts, box, pieces);
    boolean onEachSide = offered.size() <= FEW && !stands(shapes, counts);
    List<Heuristic> heuristics =
        offered.size() <= SOME ? List.of(byArea, byVolume) : List.of(byArea);
    return best(quick, counts, pieces, offered, containers(box, onEachSide), heuristics);
  }

  /** A load that is found in a fraction of the time, and holds less at times. */
  Load quickLoad(List<Shape> shapes, long[] counts, Box box) {
    return tried.load(true, shapes, counts, box, () -> quick(shapes, counts, box));
  }

  private Load quick(List<Shape> shapes, long[] counts, Box box) {
    Map<Stackable, Piece> pieces = new HashMap<>();
    List<Stackable> offered = offer(shapes, counts, box, pieces);
    DefaultPackResult packed = byArea.pack(offered, containers(box, false).getFirst());
    return loaded(box, placements(packed), pieces, counts.length);
  }

  /** The quick one, unless another holds more. */
  private Load best(
      Load quick,
      long[] counts,
      Map<Stackable, Piece> pieces,
      List<Stackable> offered,
      List<Container> containers,
      List<Heuristic> heuristics) {
    Load best = quick;
    // The first heuristic in the first container is the quick one.
    for (int run = 1; run < containers.size() * heuristics.size(); run++) {
      DefaultPackResult packed =
          heuristics
              .get(run % heuristics.size())
              .pack(offered, containers.get(run / heuristics.size()));
      Load load = loaded(quick.box(), placements(packed), pieces, counts.length);
      if (load.holdsAll(counts)) {
        return load;
      }
      best = load.cubicMm() > best.cubicMm() ? load : best;
    }
    return best;
  }

  /** What must not be turned over keeps the box from it too. */
  private static boolean stands(List<Shape> shapes, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && shapes.get(i).upright()) {
        return true;
      }
    }
    return false;
  }

  /** One of the library's ways to fill a container. */
  private interface Heuristic {
    DefaultPackResult pack(List<Stackable> offered, Container container);
  }

  /** A shape, or a block of it. */
  private record Piece(int index, Shape shape) {}

  private static List<Stackable> offer(
      List<Shape> shapes, long[] counts, Box box, Map<Stackable, Piece> pieces) {
    long[] worthwhile = new long[counts.length];
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      worthwhile[i] = Math.min(counts[i], mostOf(shapes.get(i), box));
      total += worthwhile[i];
    }
    long unitsPerBlock = (total + MANY - 1) / MANY;
    List<Stackable> offered = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      addBlocks(offered, pieces, i, blocks(shapes.get(i), unitsPerBlock, box), worthwhile[i]);
    }
    offered.sort(Comparator.comparingLong(Stackable::getVolume).reversed());
    return offered.subList(0, Math.min(offered.size(), MOST));
  }

  private static long mostOf(Shape shape, Box box) {
    if (!shape.fits(box)) {
      return 0;
    }
    long byVolume = box.inner().cubicMm() / shape.cubicMm();
    return shape.grams() == 0 ? byVolume : Math.min(byVolume, Shape.bears(box) / shape.grams());
  }

  /** The shape itself, two of it, four of it and so on, as far as is asked for and fits. */
  private static List<Shape> blocks(Shape shape, long unitsPerBlock, Box box) {
    List<Shape> blocks = new ArrayList<>(List.of(shape));
    Optional<Shape> next = Optional.of(shape);
    while (next.isPresent() && next.get().units() < unitsPerBlock) {
      next = next.get().twice(box);
      next.ifPresent(blocks::add);
    }
    return blocks;
  }

  private static void addBlocks(
      List<Stackable> offered,
      Map<Stackable, Piece> pieces,
      int index,
      List<Shape> blocks,
      long units) {
    long left = units;
    for (Shape block : blocks.reversed()) {
      long count = left / block.units();
      left -= count * block.units();
      for (long n = 0; n < count; n++) {
        Stackable stackable = stackable(block);
        pieces.put(stackable, new Piece(index, block));
        offered.add(stackable);
      }
    }
  }

  private static List<StackPlacement> placements(DefaultPackResult result) {
    return List.copyOf(result.getContainer().getStack().getPlacements());
  }

  private static Load loaded(
      Box box, List<StackPlacement> placements, Map<Stackable, Piece> pieces, int shapes) {
    long[] counts = new long[shapes];
    List<Shape> which = new ArrayList<>();
    for (StackPlacement placed : placements) {
      Piece piece = pieces.get(placed.getStackable());
      if (piece == null) {
        throw new IllegalStateException("the packing library placed what it was not given");
      }
      counts[piece.index()] += piece.shape().units();
      which.add(piece.shape());
    }
    return new Load(box, counts, placements, which);
  }

  private static List<Container> containers(Box box, boolean onEachSide) {
    int l = box.inner().lengthMm();
    int w = box.inner().widthMm();
    int h = box.inner().heightMm();
    return onEachSide
        ? List.of(container(box, l, w, h), container(box, l, h, w), container(box, w, h, l))
        : List.of(container(box, l, w, h));
  }

  // The library stops as soon as no weight is left, even if the rest weighs nothing. With weights
  // doubled and one more to bear there is always some left, and never enough for a gram too many.
  private static Container container(Box box, int dx, int dy, int dz) {
    return Container.newBuilder()
        .withSize(dx, dy, dz)
        .withEmptyWeight(0)
        .withMaxLoadWeight(Math.toIntExact(2 * Shape.bears(box) + 1))
        .build();
  }

  private static Stackable stackable(Shape shape) {
    com.github.skjolber.packing.api.Box.Builder stackable =
        com.github.skjolber.packing.api.Box.newBuilder()
            .withSize(shape.longMm(), shape.midMm(), shape.shortMm())
            .withWeight(Math.toIntExact(2 * shape.grams()));
    return (shape.upright() ? stackable.withRotate2D() : stackable.withRotate3D()).build();
  }
}
