package dev.cutoff.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happens to one order, when, and how it has to end. */
final class Story {
  private final String orderId;
  private final String title;
  private final List<Scene> scenes = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();

  /**
   * Something somebody does.
   *
   * @param at after the start
   */
  record Scene(Duration at, Consumer<Stage> act) {}

  private Story(String orderId, String title) {
    this.orderId = orderId;
    this.title = title;
  }

  static Story of(String orderId, String title) {
    return new Story(orderId, title);
  }

  Story at(Duration at, Consumer<Stage> act) {
    scenes.add(new Scene(at, act));
    return this;
  }

  Story ends(Check check) {
    checks.add(check);
    return this;
  }

  String orderId() {
    return orderId;
  }

  String title() {
    return title;
  }

  List<Scene> scenes() {
    return List.copyOf(scenes);
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }
}
