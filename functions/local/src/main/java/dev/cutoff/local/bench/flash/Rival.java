package dev.cutoff.local.bench.flash;

/** One way to keep units that many want at once. Only the stock: no order, no plan, no label. */
interface Rival extends AutoCloseable {
  /** What a buyer is told. */
  enum Answer {
    SOLD,
    /** There is not as much. */
    SOLD_OUT,
    /** There may be some, but it could not be found out. */
    GAVE_UP
  }

  /**
   * How many units its own books say there are.
   *
   * @param left by the counter
   * @param recorded by the rows that say who has them
   */
  record Books(long left, long recorded) {}

  /** Puts that many units on the shelf. */
  void open(long units);

  /** Called from many threads at once. */
  Answer sell(String orderId, long units);

  Books books();

  @Override
  void close();
}
