package dev.cutoff.acceptance.histories;

import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** An engine on which scenes are played. */
interface Stage extends AutoCloseable {

  /** Starts the scene's execution and sees to its tokens until it has ended. */
  List<HistoryEvent> play(Scene scene);

  Actors actors();

  default Told told(Scene scene) {
    return Told.of(play(scene), actors().calls(scene));
  }

  @Override
  void close();

  static List<HistoryEvent> history(SfnClient sfn, String arn) {
    return sfn
        .getExecutionHistoryPaginator(h -> h.executionArn(arn).maxResults(1000))
        .events()
        .stream()
        .toList();
  }

  static void comeBack(SfnClient sfn, Actors.Handed handed) {
    switch (handed.act()) {
      case Act.TokenSucceeds done ->
          sfn.sendTaskSuccess(s -> s.taskToken(handed.token()).output(done.json()));
      case Act.TokenFails failed ->
          sfn.sendTaskFailure(
              s -> s.taskToken(handed.token()).error(failed.error()).cause(failed.cause()));
      case Act.TokenIsLeft left -> {}
      case Act.Fails failed -> {}
      case Act.Answers answers -> throw needsToken(answers);
      case Act.Takes takes -> throw needsToken(takes);
    }
  }

  private static IllegalStateException needsToken(Act act) {
    return new IllegalStateException("A waiting function's script says " + act);
  }
}
