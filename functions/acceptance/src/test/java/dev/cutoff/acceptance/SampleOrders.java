package dev.cutoff.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Orders as Shopify sends them, reduced to what it takes. */
final class SampleOrders {
  private SampleOrders() {}

  static String externalId(String number) {
    return "4500" + number;
  }

  /** One mug to Boston, paid. */
  static byte[] mug(int number, Instant at) {
    return """
    {"id":%s,"admin_graphql_api_id":"gid://shopify/Order/%s","name":"#%d","order_number":%d,
     "created_at":"%s","updated_at":"%s","currency":"USD","financial_status":"paid",
     "fulfillment_status":null,"test":false,"cancelled_at":null,"email":"sam%d@example.com",
     "taxes_included":false,"total_line_items_price":"12.50","subtotal_price":"12.50",
     "total_discounts":"0.00","total_tax":"0.00","total_price":"12.50",
     "shipping_lines":[{"code":"Standard","title":"Standard","price":"0.00"}],
     "shipping_address":{"name":"Sam Example","address1":"12 Beacon Street","city":"Boston",
       "province_code":"MA","zip":"02108","country_code":"US"},
     "line_items":[{"id":%d01,"sku":"MUG-01","title":"Mug","name":"Mug","quantity":1,
       "current_quantity":1,"price":"12.50","total_discount":"0.00","requires_shipping":true,
       "gift_card":false,"grams":380,"fulfillment_status":null,"tax_lines":[],"properties":[]}]}
    """
        .formatted(
            externalId("" + number),
            externalId("" + number),
            number,
            number,
            at.truncatedTo(ChronoUnit.SECONDS),
            at.truncatedTo(ChronoUnit.SECONDS),
            number,
            number)
        .getBytes(StandardCharsets.UTF_8);
  }
}
