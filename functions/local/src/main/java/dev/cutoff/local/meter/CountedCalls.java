package dev.cutoff.local.meter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A client that tells of each call. The method's name and its arguments are what is told. */
final class CountedCalls {
  private CountedCalls() {}

  static <T> T of(
      Class<T> type, T client, Clock clock, BiConsumer<String, @Nullable Object[]> count) {
    Object counted =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() != Object.class && method.getParameterCount() > 0) {
                count.accept(method.getName(), arguments);
              }
              try {
                return clock.outside(() -> method.invoke(client, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return type.cast(counted);
  }
}
