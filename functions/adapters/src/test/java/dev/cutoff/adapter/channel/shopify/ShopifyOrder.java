package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.Samples;

/** An order as Shopify's webhook sends it: two shirts for 48.00, discount, tax and shipping. */
public final class ShopifyOrder {
  private ShopifyOrder() {}

  public static ObjectNode paid() {
    return Samples.json(
        """
        {"id":450789469,"admin_graphql_api_id":"gid://shopify/Order/450789469","name":"#90412",
         "order_number":90412,"created_at":"2026-11-23T14:07:00-05:00",
         "updated_at":"2026-11-23T14:07:02-05:00","cancelled_at":null,"test":false,
         "currency":"USD","presentment_currency":"EUR","taxes_included":false,
         "email":"sam@example.com","phone":null,"customer_locale":"en-US","note":"ring twice",
         "note_attributes":[{"name":"Gift message","value":"Happy birthday"},
           {"name":"colour card","value":"yes"},{"name":"_utm","value":"x"}],
         "financial_status":"paid","fulfillment_status":null,"payment_gateway_names":["bogus"],
         "total_price":"52.36","current_total_price":"52.36","current_total_tax":"3.56",
         "total_tax":"3.56","current_subtotal_price":"43.20","total_discounts":"4.80",
         "current_total_discounts":"4.80","total_tip_received":"0.00",
         "current_total_price_set":{"shop_money":{"amount":"52.36","currency_code":"USD"},
           "presentment_money":{"amount":"48.17","currency_code":"EUR"}},
         "customer":{"first_name":"Sam","last_name":"Example","email":"sam@example.com",
           "phone":"(212) 555-2368"},
         "line_items":[{"id":466157049,"sku":" TEE-BLK-M ","name":"Tee - black / M","title":"Tee",
           "quantity":2,"current_quantity":2,"fulfillable_quantity":2,"fulfillment_status":null,
           "price":"24.00","total_discount":"0.00","grams":200,"gift_card":false,
           "requires_shipping":true,"discount_allocations":[{"amount":"4.80"}],
           "tax_lines":[{"price":"2.00"},{"price":"1.56"}],
           "properties":[{"name":"Engraving","value":"S.E."},{"name":"_sku2","value":"x"}]}],
         "shipping_lines":[{"code":"STD","title":"standard","price":"5.60",
           "discount_allocations":[]}],
         "shipping_address":{"first_name":"Sam","last_name":"Example","address1":"1 Main St",
           "address2":null,"city":"Albany","province":"New York","province_code":"NY",
           "zip":"12207","country":"United States","country_code":"US","phone":"(212) 555-2368"},
         "billing_address":null,"fulfillments":[],"refunds":[]}
        """);
  }

  public static ObjectNode line(ObjectNode order) {
    return (ObjectNode) order.path("line_items").path(0);
  }
}
