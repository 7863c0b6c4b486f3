package dev.cutoff.adapter.dynamodb;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several sorted sources as one, read only as far as asked for. */
final class Newest<T> implements Iterator<T> {
  private final PriorityQueue<Head<T>> heads;

  private record Head<T>(T next, Iterator<T> rest) {}

  Newest(List<Iterator<T>> sources, Comparator<T> order) {
    heads =
        new PriorityQueue<>(Math.max(1, sources.size()), Comparator.comparing(Head::next, order));
    sources.forEach(this::advance);
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public T next() {
    Head<T> first = heads.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    advance(first.rest());
    return first.next();
  }

  private void advance(Iterator<T> source) {
    if (source.hasNext()) {
      heads.add(new Head<>(source.next(), source));
    }
  }
}
