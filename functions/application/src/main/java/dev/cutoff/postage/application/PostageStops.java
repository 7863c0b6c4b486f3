package dev.cutoff.postage.application;

import dev.cutoff.postage.PostageStop;
import java.util.List;

/** The switches that are off now. They are few, and every purchase reads them. */
public interface PostageStops {
  /** Surely all of them, by what is stopped. */
  List<PostageStop> all();

  /** Turns one off; again changes who, when and why. */
  void stop(PostageStop stop);

  /** Turns it on again; nothing where it is on. */
  void lift(PostageStop.Scope scope, String id);
}
