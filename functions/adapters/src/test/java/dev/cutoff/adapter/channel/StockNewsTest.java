package dev.cutoff.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.channel.shopify.ShopifyChannel;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceChannel;
import dev.cutoff.order.application.Channel.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores say of their stock. */
final class StockNewsTest {
  private static final String ITEM = "gid://shopify/InventoryItem/808950810";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shopify/goshopify_inventory_level.json",
        "shopify/shopify_python_inventory_level.json"
      })
  void aRecordedLevelOfShopifysIsRead(String name) {
    assertThat(shopify(Samples.fixture(name)))
        .isEqualTo(new Reading.StockNews("", ITEM, "905684977", 6));
  }

  @Test
  void aLevelComesWithoutAWrapperInAWebhook() {
    assertThat(shopify("{'inventory_item_id':808950810,'location_id':905684977,'available':-2}"))
        .isEqualTo(new Reading.StockNews("", ITEM, "905684977", -2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'inventory_item_id':808950810,'location_id':905684977,'available':null}",
        "{'inventory_item_id':808950810,'location_id':905684977,'available':1.5}",
        "{'inventory_item_id':808950810,'available':3}",
        "{'location_id':905684977,'available':3}",
        "{}"
      })
  void whatSaysNoNumberOfNoItemIsNoNews(String body) {
    assertThat(shopify(body)).isInstanceOf(Reading.NoOrder.class);
  }

  @Test
  void aProductOfWooCommercesSaysWhatItHas() {
    assertThat(woo("{'id':31,'sku':'MUG-01','manage_stock':true,'stock_quantity':7}"))
        .isEqualTo(new Reading.StockNews("MUG-01", "31", "", 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':31,'sku':'MUG-01','manage_stock':false,'stock_quantity':null}",
        "{'id':32,'sku':'MUG-01','manage_stock':'parent','stock_quantity':7}",
        "{'id':31,'sku':'','manage_stock':true,'stock_quantity':7}",
        "{'id':31}"
      })
  void aProductThatIsNotCountedIsNoNews(String body) {
    assertThat(woo(body)).isInstanceOf(Reading.NoOrder.class);
  }

  @Test
  void garbageIsUnreadable() {
    assertThat(shopify("nothing")).isInstanceOf(Reading.Unreadable.class);
    assertThat(woo("[1]")).isInstanceOf(Reading.Unreadable.class);
  }

  private static Reading shopify(String body) {
    return shopify(bytes(body));
  }

  private static Reading shopify(byte[] body) {
    return new ShopifyChannel()
        .read(Samples.store("shopify"), Map.of("x-shopify-topic", "inventory_levels/update"), body);
  }

  private static Reading woo(String body) {
    return new WooCommerceChannel()
        .read(
            Samples.store("woocommerce"),
            Map.of("x-wc-webhook-topic", "product.updated"),
            bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
