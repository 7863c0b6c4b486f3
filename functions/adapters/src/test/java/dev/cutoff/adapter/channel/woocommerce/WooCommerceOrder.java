package dev.cutoff.adapter.channel.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.Samples;

/** An order as a WooCommerce webhook sends it: one mug for 12.50, paid by card. */
public final class WooCommerceOrder {
  private WooCommerceOrder() {}

  public static ObjectNode processing() {
    return Samples.json(
        """
        {"id":12,"number":"12","status":"processing","currency":"USD","prices_include_tax":false,
         "date_created_gmt":"2026-11-23T00:13:48","date_modified_gmt":"2026-11-23T00:13:48",
         "date_paid":"2026-11-23T00:13:48","date_paid_gmt":"2026-11-23T00:13:48",
         "discount_total":"0.00","shipping_total":"0.00","total_tax":"0.00","total":"12.50",
         "payment_method":"stripe","payment_method_title":"Card","customer_note":"",
         "billing":{"first_name":"Ann","last_name":"Example","address_1":"2 Market St",
           "city":"San Francisco","state":"CA","postcode":"94105","country":"US",
           "email":"ann@example.com","phone":"4155550100"},
         "shipping":{"first_name":"Ann","last_name":"Example","address_1":"2 Market St",
           "city":"San Francisco","state":"CA","postcode":"94105","country":"US","phone":""},
         "line_items":[{"id":3,"name":"Mug","quantity":1,"subtotal":"12.50","total":"12.50",
           "total_tax":"0.00","sku":"MUG-01","price":12.5,"meta_data":[
             {"key":"_reduced_stock","value":"1","display_key":"_reduced_stock",
              "display_value":"1"}]}],
         "meta_data":[],"shipping_lines":[],"fee_lines":[],"refunds":[]}
        """);
  }
}
