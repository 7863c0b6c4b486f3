package dev.cutoff.local.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values of today's SDK as those of the former one, which DynamoDB Local is made of, and back. */
final class Values {

  private Values() {}

  static @Nullable Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> former(
      boolean there, Map<String, AttributeValue> values) {
    if (!there) {
      return null;
    }
    Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> former =
        HashMap.newHashMap(values.size());
    values.forEach((name, value) -> former.put(name, former(value)));
    return former;
  }

  private static com.amazonaws.services.dynamodbv2.model.AttributeValue former(
      AttributeValue value) {
    var former = new com.amazonaws.services.dynamodbv2.model.AttributeValue();
    switch (value.type()) {
      case S -> former.setS(value.s());
      case N -> former.setN(value.n());
      case B -> former.setB(value.b().asByteBuffer());
      case SS -> former.setSS(value.ss());
      case NS -> former.setNS(value.ns());
      case BS -> former.setBS(value.bs().stream().map(SdkBytes::asByteBuffer).toList());
      case M -> former.setM(former(true, value.m()));
      case L -> former.setL(value.l().stream().map(Values::former).toList());
      case BOOL -> former.setBOOL(value.bool());
      case NUL -> former.setNULL(value.nul());
      // Empty, or of two kinds at once: what that is to be told is DynamoDB Local's to say.
      case UNKNOWN_TO_SDK_VERSION -> {}
    }
    return former;
  }

  static @Nullable Map<String, AttributeValue> today(
      @Nullable Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue> values) {
    if (values == null) {
      return null;
    }
    Map<String, AttributeValue> today = LinkedHashMap.newLinkedHashMap(values.size());
    values.forEach((name, value) -> today.put(name, today(value)));
    return today;
  }

  static List<Map<String, AttributeValue>> today(
      List<Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue>> items) {
    List<Map<String, AttributeValue>> today = new ArrayList<>(items.size());
    items.forEach(item -> today.add(today(item)));
    return today;
  }

  private static AttributeValue today(com.amazonaws.services.dynamodbv2.model.AttributeValue v) {
    if (v.getS() != null) {
      return AttributeValue.fromS(v.getS());
    }
    if (v.getN() != null) {
      return AttributeValue.fromN(v.getN());
    }
    if (v.getBOOL() != null) {
      return AttributeValue.fromBool(v.getBOOL());
    }
    if (v.getM() != null) {
      return AttributeValue.fromM(today(v.getM()));
    }
    if (v.getL() != null) {
      return AttributeValue.fromL(v.getL().stream().map(Values::today).toList());
    }
    if (v.getSS() != null) {
      return AttributeValue.fromSs(v.getSS());
    }
    if (v.getNS() != null) {
      return AttributeValue.fromNs(v.getNS());
    }
    if (v.getB() != null) {
      return AttributeValue.fromB(SdkBytes.fromByteBuffer(v.getB()));
    }
    if (v.getBS() != null) {
      return AttributeValue.fromBs(v.getBS().stream().map(SdkBytes::fromByteBuffer).toList());
    }
    return AttributeValue.fromNul(v.getNULL());
  }
}
