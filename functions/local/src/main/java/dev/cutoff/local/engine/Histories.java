package dev.cutoff.local.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;

/** A history as AWS shows it: which states were entered and left, with what, and how it ended. */
final class Histories {

  private static final int MOST = 1000;

  private Histories() {}

  static GetExecutionHistoryResponse answer(
      List<Event> events, GetExecutionHistoryRequest request) {
    List<HistoryEvent> shown = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      shown.add(event(i + 1, events.get(i)));
    }
    if (Boolean.TRUE.equals(request.reverseOrder())) {
      Collections.reverse(shown);
    }
    int from;
    try {
      from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
    } catch (NumberFormatException e) {
      throw InvalidTokenException.builder().message("Invalid Token").build();
    }
    int most =
        request.maxResults() == null || request.maxResults() == 0 ? MOST : request.maxResults();
    int to = Math.min(shown.size(), from + most);
    return GetExecutionHistoryResponse.builder()
        .events(shown.subList(Math.min(from, to), to))
        .nextToken(to < shown.size() ? Integer.toString(to) : null)
        .build();
  }

  private static HistoryEvent event(int id, Event e) {
    HistoryEvent.Builder event =
        HistoryEvent.builder()
            .id((long) id)
            .previousEventId((long) id - 1)
            .timestamp(e.at())
            .type(e.type());
    switch (e.type()) {
      case "ExecutionStarted" -> event.executionStartedEventDetails(d -> d.input(e.data()));
      case "ExecutionSucceeded" -> event.executionSucceededEventDetails(d -> d.output(e.data()));
      case "ExecutionFailed" ->
          event.executionFailedEventDetails(d -> d.error(e.error()).cause(e.cause()));
      case "ExecutionTimedOut" ->
          event.executionTimedOutEventDetails(d -> d.error(e.error()).cause(e.cause()));
      case "ExecutionAborted" ->
          event.executionAbortedEventDetails(d -> d.error(e.error()).cause(e.cause()));
      case "TaskFailed" ->
          event.taskFailedEventDetails(
              d -> d.resourceType("lambda").resource("invoke").error(e.error()).cause(e.cause()));
      case "TaskTimedOut" ->
          event.taskTimedOutEventDetails(
              d -> d.resourceType("lambda").resource("invoke").error(e.error()).cause(e.cause()));
      case "EvaluationFailed" ->
          event.evaluationFailedEventDetails(
              d -> d.state(e.state()).error(e.error()).cause(e.cause()));
      case String type when type.endsWith("StateEntered") ->
          event.stateEnteredEventDetails(d -> d.name(e.state()).input(e.data()));
      case String type when type.endsWith("StateExited") ->
          event.stateExitedEventDetails(d -> d.name(e.state()).output(e.data()));
      case String type -> throw new IllegalStateException("No such event: " + type);
    }
    return event.build();
  }
}
