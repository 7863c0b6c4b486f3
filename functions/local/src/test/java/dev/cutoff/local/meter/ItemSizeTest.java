package dev.cutoff.local.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ItemSizeTest {
  @Test
  void aTextIsItsNameAndItsBytesInUtf8() {
    assertThat(of("name", AttributeValue.fromS("box"))).isEqualTo(4 + 3);
    assertThat(of("näme", AttributeValue.fromS("Größe"))).isEqualTo(5 + 7);
  }

  @Test
  void aNumberIsAByteForTwoDigitsAndOneMore() {
    assertThat(of("n", AttributeValue.fromN("0"))).isEqualTo(1 + 1);
    assertThat(of("n", AttributeValue.fromN("7"))).isEqualTo(1 + 2);
    assertThat(of("n", AttributeValue.fromN("42"))).isEqualTo(1 + 2);
    assertThat(of("n", AttributeValue.fromN("123456789"))).isEqualTo(1 + 6);
  }

  @Test
  void zeroesAtTheEndsOfANumberAreTrimmed() {
    assertThat(of("n", AttributeValue.fromN("0042000"))).isEqualTo(1 + 2);
  }

  @Test
  void aNumberBelowZeroIsAByteLonger() {
    assertThat(of("n", AttributeValue.fromN("-42"))).isEqualTo(1 + 3);
  }

  @Test
  void bytesAreTheirOwnLengthAndNotThatOfTheirBase64() {
    AttributeValue bytes = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[300]));
    assertThat(of("zip", bytes)).isEqualTo(3 + 300);
  }

  @Test
  void trueFalseAndNullAreAByte() {
    assertThat(of("yes", AttributeValue.fromBool(true))).isEqualTo(3 + 1);
    assertThat(of("no", AttributeValue.fromNul(true))).isEqualTo(2 + 1);
  }

  @Test
  void anEmptyListOrMapIsThreeBytes() {
    assertThat(of("list", AttributeValue.fromL(List.of()))).isEqualTo(4 + 3);
    assertThat(of("map", AttributeValue.fromM(Map.of()))).isEqualTo(3 + 3);
  }

  @Test
  void eachElementOfAListOrMapIsAByteMore() {
    AttributeValue two = AttributeValue.fromL(List.of(text("ab"), text("c")));
    assertThat(of("list", two)).isEqualTo(4 + 3 + (1 + 2) + (1 + 1));
    AttributeValue map = AttributeValue.fromM(Map.of("key", text("value")));
    assertThat(of("map", map)).isEqualTo(3 + 3 + (1 + 3 + 5));
  }

  @Test
  void aSetIsTheSumOfItsValues() {
    assertThat(of("tags", AttributeValue.fromSs(List.of("red", "blue")))).isEqualTo(4 + 3 + 4);
  }

  @Test
  void anItemIsTheSumOfItsAttributes() {
    assertThat(ItemSize.bytes(Map.of("pk", text("O#1"), "sk", text("ORDER"))))
        .isEqualTo(2 + 3 + 2 + 5);
  }

  private static long of(String name, AttributeValue value) {
    return ItemSize.bytes(Map.of(name, value));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
