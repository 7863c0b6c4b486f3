package dev.cutoff.local.store;

/** What a store can be told to do to the next request instead of answering it. */
public sealed interface Trouble {
  /** Answers as ever: to let some requests pass first. */
  record Nothing() implements Trouble {}

  /** Answers that status: 500, 503, 429, 401. */
  record Status(int code) implements Trouble {}

  /** Takes the request and never answers. */
  record Hang() implements Trouble {}

  /** Sends the headers and never the body. */
  record HangInBody() implements Trouble {}

  /** Status 200 and a page of HTML. */
  record Garbage() implements Trouble {}

  /** Does what it was asked and hangs up before it answers. */
  record LoseAnswer() implements Trouble {}

  /** Answers 200 with an error of GraphQL's: "THROTTLED". */
  record GraphQlError(String code) implements Trouble {}
}
