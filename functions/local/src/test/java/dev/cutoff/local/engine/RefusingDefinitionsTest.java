package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusingDefinitionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Type':'Map','End':true} | state A, field Type: Map is not known",
        "{'Type':'Parallel','End':true} | state A, field Type: Parallel is not known",
        "{'Type':'Pass','InputPath':'$','End':true} | state A, field InputPath: JSONPath",
        "{'Type':'Pass','Outputs':1,'End':true} | state A, field Outputs: AWS has no such field",
        "{'Type':'Pass','QueryLanguage':'JSONPath','End':true} | state A, field QueryLanguage: must be JSONata",
        "{'Type':'Pass','Output':'$.a','End':true} | state A, field Output: JSONPath and its functions",
        "{'Type':'Pass','Output':{'a.$':'b'},'End':true} | state A, field Output.a.$: JSONPath",
        "{'Type':'Pass','Output':'States.UUID()','End':true} | state A, field Output: JSONPath and its functions",
        "{'Type':'Pass','Output':'{% $now() %}','End':true} | state A, field Output: $now is not repeatable",
        "{'Type':'Pass','Output':'{% $map([1], $random) %}','End':true} | state A, field Output: $random is not repeatable",
        "{'Type':'Pass','Output':'{% $uuid() %}','End':true} | state A, field Output: $uuid is not repeatable",
        "{'Type':'Pass','Output':'{% $millis() %}','End':true} | state A, field Output: $millis is not repeatable",
        "{'Type':'Pass','Output':'{% 1 + %}','End':true} | state A, field Output: not JSONata",
        "{'Type':'Pass','Output':' {% 1 %}','End':true} | state A, field Output: an expression is the whole text",
        "{'Type':'Pass','Output':'{% $states.result %}','End':true} | state A, field Output: $states.result is not to be seen here",
        "{'Type':'Pass','Next':'B'} | state A, field Next: no state B",
        "{'Type':'Pass'} | state A, field Next: either Next or End",
        "{'Type':'Wait','Seconds':1,'Timestamp':'x','End':true} | state A, field Seconds: either Seconds or Timestamp",
        "{'Type':'Wait','Seconds':-1,'End':true} | state A, field Seconds: a whole number",
        "{'Type':'Choice','Choices':[{'Variable':'$.a','Next':'A'}]} | state A, field Choices[0], field Variable: JSONPath",
        "{'Type':'Choice','Choices':[{'Condition':'yes','Next':'A'}]} | state A, field Choices[0], field Condition: an expression",
        "{'Type':'Task','Resource':'arn:aws:states:::sqs:sendMessage','Arguments':{},'End':true} | state A, field Resource: arn:aws:states:::sqs:sendMessage is not known",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'Payload':1},'End':true} | state A, field Arguments, field FunctionName: is missing",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'HeartbeatSeconds':5,'End':true} | state A, field HeartbeatSeconds: not known",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'TimeoutSeconds':0,'End':true} | state A, field TimeoutSeconds: a whole number",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'Retry':[{'ErrorEquals':['States.ALL']},{'ErrorEquals':['X']}],'End':true} | Retry[0], field ErrorEquals: States.ALL must be alone and in the last",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'Retry':[{'ErrorEquals':['States.ALL','X']}],'End':true} | Retry[0], field ErrorEquals: States.ALL must be alone",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'Retry':[{'ErrorEquals':['States.TimedOut']}],'End':true} | Retry[0], field ErrorEquals: States.TimedOut is no error of AWS",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'Retry':[{'ErrorEquals':['X'],'BackoffRate':0.5}],'End':true} | Retry[0], field BackoffRate: a number of at least 1.0",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'Retry':[{'ErrorEquals':['X'],'JitterStrategy':'HALF'}],'End':true} | Retry[0], field JitterStrategy: FULL or NONE",
        "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f'},'Catch':[{'ErrorEquals':['X'],'ResultPath':'$','Next':'A'}],'End':true} | Catch[0], field ResultPath: JSONPath",
      })
  void aStateThatWouldNotRunAsOnAwsIsRefusedWithItsStateAndField(String state, String problem) {
    String definition =
        "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{\"A\":%s}}"
            .formatted(state.replace('\'', '"'));
    assertThatThrownBy(() -> Machine.parse("m", definition, Map.of()))
        .isInstanceOf(InvalidDefinition.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aDefinitionInJsonPathIsRefused() {
    assertThatThrownBy(() ->
            Machine.parse(
                "m", "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}", Map.of()))
        .hasMessageContaining("QueryLanguage: must be JSONata");
  }

  @Test
  void aStateThatNoWayLeadsToIsRefused() {
    assertThatThrownBy(() ->
            Machine.parse(
                "m",
                """
                {"QueryLanguage":"JSONata","StartAt":"A","States":{
                 "A":{"Type":"Succeed"},"B":{"Type":"Pass","Next":"A"}}}\
                """,
                Map.of()))
        .hasMessageStartingWith("state B: no way leads to it: ");
  }

  @Test
  void aSubstitutionThatIsNotGivenIsRefused() {
    assertThatThrownBy(() ->
            Machine.parse(
                "m",
                """
                {"QueryLanguage":"JSONata","StartAt":"${First}","States":{"A":{"Type":"Succeed"}}}\
                """,
                Map.of("Second", "A")))
        .hasMessageStartingWith("DefinitionSubstitutions: no value for ${First}: ");
  }
}
