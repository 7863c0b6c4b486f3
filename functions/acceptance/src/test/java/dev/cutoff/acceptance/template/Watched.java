package dev.cutoff.acceptance.template;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/** A client of the SDK whose requests somebody looks at. */
final class Watched {
  private Watched() {}

  static <T> T client(Class<T> type, T client, Consumer<Object> look) {
    Object watched =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (isOnlyAnotherForm(method, arguments)) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              if (arguments != null && arguments.length > 0 && arguments[0] instanceof SdkRequest) {
                look.accept(arguments[0]);
              }
              try {
                return method.invoke(client, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return type.cast(watched);
  }

  /** With a builder's consumer, page by page, or as bytes: those end in a plain request. */
  private static boolean isOnlyAnotherForm(Method method, Object @Nullable [] arguments) {
    return method.isDefault()
        && arguments != null
        && arguments.length > 0
        && (arguments[0] instanceof Consumer
            || method.getName().endsWith("Paginator")
            || method.getName().endsWith("AsBytes"));
  }
}
