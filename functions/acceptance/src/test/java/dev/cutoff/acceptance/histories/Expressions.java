package dev.cutoff.acceptance.histories;

import java.util.List;

/** What JSONata can do, to be evaluated by two implementations of it. */
final class Expressions {
  private static final List<String> ALL =
      List.of(
          "$string({'a': [1, null]})",
          "$length('äöü✓')",
          "$substring('Hello World', 3, 5)",
          "$substringBefore('a-b-c', '-') & $substringAfter('a-b-c', '-')",
          "$uppercase('aé') & $lowercase('AÉ') & $trim('  a   b ')",
          "$pad('foo', -5, '#')",
          "$contains('abracadabra', /a.*c/)",
          "$split('a, b, c', ', ')",
          "$join(['a', 'b'], '-')",
          "$match('ab12cd34', /[0-9]+/).match",
          "$replace('265USD', /([0-9]+)USD/, '$$$1')",
          "$base64decode($base64encode('my:pass'))",
          "$decodeUrlComponent($encodeUrlComponent('?x=a b'))",
          "[$abs(-5), $floor(-5.3), $ceil(5.3), $round(12.5), $round(11.5), $power(2, 8), $sqrt(4)]",
          "$formatNumber(12345.6, '#,###.00') & $formatBase(100, 2) & $formatInteger(1999, 'I')",
          "$number('5.5') + $parseInteger('12,345', '#,##0')",
          "[$sum([5, 1, 3]), $max([5, 1, 3]), $min([5, 1, 3]), $average([5, 1, 3]), $count([5, 1, 3])]",
          "$append([1], [2, 3])",
          "$sort([3, 1, 2], function($l, $r) {$l < $r})",
          "[$reverse([1, 2]), $distinct([1, 2, 1]), $zip([1, 2], ['a', 'b'])]",
          "$keys({'a': 1, 'b': 2})",
          "$lookup({'a': 1}, 'a')",
          "$spread({'a': 1, 'b': 2})",
          "$sift({'a': 1, 'b': 2}, function($v) {$v > 1})",
          "$each({'a': 1, 'b': 2}, function($v, $k) {$k & $v})",
          "[$type([1]), $type(null), $type('a'), $type({})]",
          "$map([1, 2], function($v, $i) {$v * $i})",
          "$filter([1, 2, 3], function($v) {$v > 1})",
          "$reduce([1, 2, 3], function($a, $b) {$a + $b}, 10)",
          "$single([1, 2, 3], function($v) {$v = 3})",
          "[$boolean([0]), $not(0), $exists($states.input.missing)]",
          "[$toMillis('2026-11-23T08:00:00.000Z'), $fromMillis(1795420800000)]",
          "[1..4][$ > 2]",
          "[{'a': 1, 'b': 2}, {'a': 3, 'b': 4}].a",
          "[{'k': 'x', 'v': 1}, {'k': 'y', 'v': 2}]{k: v}",
          "($n := 3; $f := function($x) {$x <= 1 ? 1 : $x * $f($x - 1)}; $f($n))",
          "1 / 4 + 7 % 4 - 2",
          "$states.input.attempt in [1, 2] and true or false");

  private Expressions() {}

  /** One state with all of them. */
  static String all() {
    StringBuilder output = new StringBuilder();
    for (int i = 0; i < ALL.size(); i++) {
      output.append("%s\"f%d\": \"{%% %s %%}\"".formatted(i == 0 ? "" : ", ", i, ALL.get(i)));
    }
    return "\"A\": {\"Type\": \"Pass\", \"Output\": {%s}, \"End\": true}".formatted(output);
  }
}
