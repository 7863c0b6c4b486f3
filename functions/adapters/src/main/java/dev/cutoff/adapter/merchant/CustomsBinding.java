package dev.cutoff.adapter.merchant;

import dev.cutoff.customs.CustomsRules;
import dev.cutoff.customs.CustomsRules.Destination;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.customs.TaxId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the file says of customs; all of it may be left out. */
final class CustomsBinding {
  private final String currency;

  CustomsBinding(String currency) {
    this.currency = currency;
  }

  CustomsRules rules(Field rules) {
    return rules
        .find("customs")
        .map(all ->
            new CustomsRules(all.each(this::destination).stream().map(Located::value).toList()))
        .orElse(CustomsRules.NONE);
  }

  private Destination destination(Field each) {
    Set<String> to = new TreeSet<>();
    each.get("to").each(place -> to.add(GoodsBinding.destination(place)));
    return new Destination(
        to,
        incoterm(each.get("incoterm")),
        each.find("taxIds")
            .map(ids -> ids.each(id -> taxId(id, to)).stream().map(Located::value).toList())
            .orElse(List.of()));
  }

  private static Incoterm incoterm(Field term) {
    if (Values.text(term).equals("ddu")) {
      throw term.wrong("is not among Incoterms 2020: what was DDU is dap");
    }
    return Values.choice(term, Incoterm.values());
  }

  private TaxId taxId(Field id, Set<String> to) {
    TaxId.Kind kind = Values.choice(id.get("kind"), TaxId.Kind.values());
    for (String place : to) {
      if (!kind.holdsIn(place.substring(0, 2))) {
        throw id.get("kind")
            .wrong("does not hold in " + place + ": write a rule of its own for it");
      }
    }
    String number = Values.text(id.get("number"));
    if (!kind.fits(number)) {
      throw id.get("number").wrong("must be written like " + kind.example());
    }
    if (kind.limited() && id.find("upTo").isEmpty()) {
      throw id.wrong(
          "needs upTo: the highest value it holds for (150 EUR in the Union, 3000 NOK in Norway),"
              + " in your currency");
    }
    return new TaxId(
        kind, number, id.find("upTo").map(it -> Values.money(it, currency)).orElse(null));
  }
}
