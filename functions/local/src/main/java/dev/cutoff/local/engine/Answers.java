package dev.cutoff.local.engine;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/** Executions as AWS shows them. */
final class Answers {

  private Answers() {}

  static DescribeExecutionResponse description(Execution e) {
    DescribeExecutionResponse.Builder answer =
        DescribeExecutionResponse.builder()
            .executionArn(Arns.execution(e.machine(), e.name()))
            .stateMachineArn(Arns.machine(e.machine()))
            .name(e.name())
            .status(e.status())
            .startDate(e.startedAt())
            .input(e.input().text());
    Execution.End end = e.end();
    if (end != null) {
      answer.stopDate(end.at()).error(end.error()).cause(end.cause());
      Payload output = end.output();
      if (output != null) {
        answer.output(output.text());
      }
    }
    return answer.build();
  }

  /** The newest first; the token is how many were shown. */
  static ListExecutionsResponse list(List<Execution> all, int most, @Nullable String token) {
    int from;
    try {
      from = token == null ? 0 : Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw InvalidTokenException.builder().message("Invalid Token: '" + token + "'").build();
    }
    List<ExecutionListItem> page =
        all.stream()
            .sorted(
                Comparator.comparing(Execution::startedAt)
                    .reversed()
                    .thenComparing(Execution::name))
            .skip(from)
            .limit(most)
            .map(Answers::item)
            .toList();
    return ListExecutionsResponse.builder()
        .executions(page)
        .nextToken(from + page.size() < all.size() ? Integer.toString(from + page.size()) : null)
        .build();
  }

  private static ExecutionListItem item(Execution e) {
    return ExecutionListItem.builder()
        .executionArn(Arns.execution(e.machine(), e.name()))
        .stateMachineArn(Arns.machine(e.machine()))
        .name(e.name())
        .status(e.status())
        .startDate(e.startedAt())
        .stopDate(e.end() == null ? null : e.end().at())
        .build();
  }
}
