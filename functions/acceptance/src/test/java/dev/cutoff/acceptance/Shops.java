package dev.cutoff.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks for one a fresh shop, and closes it afterwards. */
final class Shops implements ParameterResolver {
  private static final Namespace HERE = Namespace.create(Shops.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Shop.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    boolean live = parameter.isAnnotated(Live.class);
    RunningShop shop = RunningShop.open(folder(), live, Map.of());
    // The store closes what it holds when the test is over.
    test.getStore(HERE).put(test.getUniqueId(), shop);
    return shop;
  }

  /** A new one, for one shop. */
  static Path folder() {
    try {
      Path folder =
          Files.createDirectories(
              Path.of(System.getProperty("java.io.tmpdir"), "cutoff-acceptance"));
      return Files.createTempDirectory(folder, "shop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
