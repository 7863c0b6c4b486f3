package dev.cutoff.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Stands before and after every call of a port: a test may crash there, or do something else. */
public final class Seam {
  private Consumer<String> hook = point -> {};

  /** The process dies: nothing after it runs, and nobody catches it. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    public Crash(String at) {
      super("crashed " + at, null, false, false);
    }
  }

  /** Called with "before Orders.save" and "after Orders.save". */
  public void on(Consumer<String> newHook) {
    hook = newHook;
  }

  public void quiet() {
    hook = point -> {};
  }

  /** Dies once at that point, "before Orders.save", the given time it is reached. */
  public void crash(String where, int time) {
    int[] left = {time};
    hook =
        point -> {
          if (point.equals(where) && --left[0] == 0) {
            quiet();
            throw new Crash(point);
          }
        };
  }

  /** Does something else, once, at that point. */
  public void meanwhile(String where, Runnable something) {
    hook =
        point -> {
          if (point.equals(where)) {
            quiet();
            something.run();
          }
        };
  }

  <P> P around(Class<P> port, P real) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(real, arguments);
              }
              String name = port.getSimpleName() + "." + method.getName();
              hook.accept("before " + name);
              Object result;
              try {
                result = method.invoke(real, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
              hook.accept("after " + name);
              return result;
            });
    return port.cast(proxy);
  }
}
