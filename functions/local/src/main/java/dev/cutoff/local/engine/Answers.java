package dev.cutoff.local.engine;

import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
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

  /** The newest first; the token is the place of the last one shown. */
  static ListExecutionsResponse list(List<Execution> found, int most) {
    List<Execution> page =
        found.stream()
            .sorted(Comparator.comparing(Execution::place).reversed())
            .limit(most)
            .toList();
    return ListExecutionsResponse.builder()
        .executions(page.stream().map(Answers::item).toList())
        .nextToken(page.size() < found.size() ? page.getLast().place() : null)
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
