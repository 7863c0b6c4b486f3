package dev.cutoff.world;

import dev.cutoff.merchant.DockRules;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeDock;
import dev.cutoff.merchant.Rules;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.Places;

/** The example shop with docks and rules of one's own. */
final class Docks {
  private Docks() {}

  static Merchant shop(NodeDock dock, DockRules rules) {
    return AMerchant.standard()
        .node(node(Places.EAST, dock))
        .node(node(Places.WEST, dock))
        .rules(rules(rules))
        .build();
  }

  private static Node node(Node node, NodeDock dock) {
    return new Node(
        node.id(),
        node.name(),
        node.address(),
        node.zone(),
        node.cutoffs(),
        node.handlingCost(),
        node.shippedAtLabel(),
        node.hours(),
        dock);
  }

  private static Rules rules(DockRules dock) {
    Rules usual = AMerchant.shop().rules();
    return new Rules(
        usual.deliverWithinDays(),
        usual.deliverAbroadWithinDays(),
        usual.unpaidHold(),
        usual.rateDeadline(),
        usual.owners(),
        usual.exceptionDue(),
        usual.stock(),
        usual.plan(),
        usual.customs(),
        dock);
  }
}
