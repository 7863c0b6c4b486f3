package dev.cutoff.page;

import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Node;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has the link sees of an order. There is no more of the person in it than the town:
 * links are passed on and stay in histories.
 *
 * @param shop as the customer knows it
 * @param orderNumber as the customer knows it
 * @param locale of the customer, BCP 47; empty where unknown
 * @param country it goes to; empty where unknown
 * @param town it goes to; empty where it goes nowhere
 * @param zone of the recipient, by whose clock times are told
 * @param parcels those with a label
 * @param rest units that are in no parcel yet
 * @param waiting units that wait for stock
 * @param answer where its customer may accept a later day or cancel, from the page's own address;
 *     null where there is nothing to answer
 * @param pickup where it is kept for its customer; null where it isn't
 */
public record OrderPage(
    String shop,
    Brand brand,
    String orderNumber,
    String locale,
    String country,
    String town,
    ZoneId zone,
    Stage stage,
    Advice advice,
    Expected expected,
    List<ShownParcel> parcels,
    List<Units> rest,
    List<Units> waiting,
    @Nullable String answer,
    @Nullable Node pickup) {
  public OrderPage {
    parcels = List.copyOf(parcels);
    rest = List.copyOf(rest);
    waiting = List.copyOf(waiting);
  }
}
