package dev.cutoff.adapter.calendar;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An element of a calendar: its attributes and what stands in it. */
record Xml(Element element) {
  Optional<String> attribute(String name) {
    return Optional.of(element.getAttribute(name).strip()).filter(text -> !text.isEmpty());
  }

  <T> T attribute(String name, Function<String, T> read) {
    return attribute(name)
        .map(read)
        .orElseThrow(() -> new IllegalStateException(element.getTagName() + " without " + name));
  }

  List<Xml> children(String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> child.getTagName().equals(name))
        .map(Xml::new)
        .toList();
  }

  <T> List<T> all(String name, Function<Xml, T> read) {
    return children(name).stream().map(read).toList();
  }

  Xml child(String name) {
    return children(name).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(element.getTagName() + " without " + name));
  }

  Optional<String> text(String child) {
    return children(child).stream().findFirst().map(each -> each.element.getTextContent().strip());
  }
}
