package dev.cutoff.local.engine;

import static dev.cutoff.local.engine.AslKnown.output;

import java.util.List;
import java.util.Map;

/** The functions of JSONata, each with an answer from its documentation. */
final class AslFunctions {

  private AslFunctions() {}

  static void add(Map<String, List<AslKnown.Example>> known) {
    known.put(
        "texts",
        List.of(
            output("$string({'a': 1})", "\"{\\\"a\\\":1}\""),
            output("$length('äöü')", "3"),
            output("$substring('Hello World', 3, 5)", "\"lo Wo\""),
            output("$substringBefore('a-b-c', '-')", "\"a\""),
            output("$substringAfter('a-b-c', '-')", "\"b-c\""),
            output("$uppercase('aé')", "\"AÉ\""),
            output("$lowercase('AÉ')", "\"aé\""),
            output("$trim('   a   b  ')", "\"a b\""),
            output("$pad('foo', -5, '#')", "\"##foo\""),
            output("$contains('abracadabra', /a.*c/)", "true"),
            output("$split('a,b,c', ',', 2)", "[\"a\",\"b\"]"),
            output("$join(['a', 'b'], '-')", "\"a-b\""),
            output("$match('ab12', /[0-9]+/).match", "\"12\""),
            output("$replace('265USD', /([0-9]+)USD/, '$$$1')", "\"$265\""),
            output("$base64encode('myuser:mypass')", "\"bXl1c2VyOm15cGFzcw==\""),
            output("$base64decode('bXl1c2VyOm15cGFzcw==')", "\"myuser:mypass\""),
            output("$encodeUrlComponent('?x=a b')", "\"%3Fx%3Da%20b\""),
            output("$decodeUrlComponent('%3Fx%3Da%20b')", "\"?x=a b\""),
            output("$decodeUrl('https://a.example/?x=a%20b')", "\"https://a.example/?x=a b\"")));
    known.put(
        "numbers",
        List.of(
            output("$number('5.5') + 1", "6.5"),
            output("$abs(-5)", "5"),
            output("$floor(-5.3)", "-6"),
            output("$ceil(5.3)", "6"),
            output("$round(12.5)", "12"),
            output("$power(2, 8)", "256"),
            output("$sqrt(4)", "2"),
            output("$formatNumber(12345.6, '#,###.00')", "\"12,345.60\""),
            output("$formatBase(100, 2)", "\"1100100\""),
            output("$formatInteger(1999, 'I')", "\"MCMXCIX\""),
            output("$parseInteger('12,345,678', '#,##0')", "12345678")));
    known.put(
        "sums",
        List.of(
            output("$sum([5, 1, 3])", "9"),
            output("$max([5, 1, 3])", "5"),
            output("$min([5, 1, 3])", "1"),
            output("$average([5, 1, 3])", "3"),
            output("$count([5, 1, 3])", "3")));
    known.put(
        "lists",
        List.of(
            output("$append([1], [2, 3])", "[1,2,3]"),
            output("$sort([3, 1, 2], function($l, $r) {$l < $r})", "[3,2,1]"),
            output("$reverse([1, 2])", "[2,1]"),
            output("$distinct([1, 2, 1])", "[1,2]"),
            output("$zip([1, 2], ['a', 'b'])", "[[1,\"a\"],[2,\"b\"]]")));
    known.put(
        "objects",
        List.of(
            output("$keys({'a': 1, 'b': 2})", "[\"a\",\"b\"]"),
            output("$lookup({'a': 1}, 'a')", "1"),
            output("$spread({'a': 1, 'b': 2})", "[{\"a\":1},{\"b\":2}]"),
            output("$merge([{'a': 1}, {'b': 2}])", "{\"a\":1,\"b\":2}"),
            output("$sift({'a': 1, 'b': 2}, function($v) {$v > 1})", "{\"b\":2}"),
            output("$each({'a': 1, 'b': 2}, function($v, $k) {$k & $v})", "[\"a1\",\"b2\"]"),
            output("$type([1])", "\"array\""),
            output("$exists($states.input.missing)", "false")));
    known.put(
        "functions of functions",
        List.of(
            output("$map([1, 2], function($v, $i) {$v * $i})", "[0,2]"),
            output("$filter([1, 2, 3], function($v) {$v > 1})", "[2,3]"),
            output("$reduce([1, 2, 3], function($a, $b) {$a + $b})", "6"),
            output("$single([1, 2, 3], function($v) {$v = 3})", "3")));
    known.put("truth", List.of(output("$boolean([0])", "false"), output("$not(0)", "true")));
    known.put(
        "times",
        List.of(
            output("$toMillis('2026-11-23T08:00:00.000Z')", "1795420800000"),
            output("$fromMillis(1795420800000)", "\"2026-11-23T08:00:00.000Z\"")));
    known.put(
        "$assert, $error",
        List.of(
            AslKnown.runs(
                "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% $error('no') %}\", \"End\": true}",
                "FAILED States.QueryEvaluationError"),
            AslKnown.runs(
                "\"A\": {\"Type\": \"Pass\", \"Output\": \"{% ($assert(false, 'no'); 1) %}\", \"End\": true}",
                "FAILED States.QueryEvaluationError")));
  }
}
