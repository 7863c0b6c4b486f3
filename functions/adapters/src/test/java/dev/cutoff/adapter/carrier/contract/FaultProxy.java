package dev.cutoff.adapter.carrier.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Stands between a provider and its carrier, on loopback and with raw sockets, and spoils the
 * requests it is told to.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 1_000;

  private final URI upstream;
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Request> seen = new CopyOnWriteArrayList<>();
  private final List<Request> delivered = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Spoiling spoiling = new Spoiling(request -> false, new Fault.Pass());

  private record Spoiling(Predicate<Request> which, Fault fault) {}

  private FaultProxy(URI upstream, ServerSocket server) {
    this.upstream = upstream;
    this.server = server;
  }

  /** Listens on a free port of this machine alone. */
  public static FaultProxy before(URI upstream) {
    try {
      FaultProxy proxy =
          new FaultProxy(upstream, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /** An address of this machine at which nobody listens. */
  public static URI nobody() {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return address(taken.getLocalPort());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public URI base() {
    return address(server.getLocalPort());
  }

  /** From now on, until {@link #heal}. */
  public void spoil(Predicate<Request> which, Fault fault) {
    spoiling = new Spoiling(which, fault);
  }

  public void heal() {
    spoil(request -> false, new Fault.Pass());
  }

  /** All that was asked here. */
  public List<Request> seen() {
    return List.copyOf(seen);
  }

  /** What the carrier got and answered. */
  public List<Request> delivered() {
    return List.copyOf(delivered);
  }

  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client) {
      Request request = RawHttp.request(new BufferedInputStream(client.getInputStream()));
      seen.add(request);
      Spoiling now = spoiling;
      handle(client, request, now.which().test(request) ? now.fault() : new Fault.Pass());
    } catch (IOException gone) {
      // Who asked has given up, or the carrier has.
      Thread.onSpinWait();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private void handle(Socket client, Request request, Fault fault)
      throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Pass pass -> RawHttp.write(client.getOutputStream(), forward(request), 1);
      case Fault.Refuse refuse -> client.setSoLinger(true, 0);
      case Fault.Hang hang -> {
        if (hang.after()) {
          forward(request);
        }
        closed.await();
      }
      case Fault.Late late -> {
        if (!closed.await(late.by().toMillis(), TimeUnit.MILLISECONDS)) {
          forward(request);
        }
      }
      case Fault.Cut cut -> RawHttp.write(client.getOutputStream(), forward(request), 0.5);
      case Fault.Say say -> {
        if (say.after()) {
          forward(request);
        }
        RawHttp.write(client.getOutputStream(), say.saying().apply(request), 1);
      }
      case Fault.Change change -> {
        Answer answer = forward(request);
        Answer other = answer.with(change.body().apply(answer.body()));
        RawHttp.write(client.getOutputStream(), other, 1);
      }
    }
  }

  private Answer forward(Request request) throws IOException {
    try (Socket carrier = new Socket(upstream.getHost(), upstream.getPort())) {
      RawHttp.write(carrier.getOutputStream(), request, upstream.getAuthority());
      Answer answer = RawHttp.answer(new BufferedInputStream(carrier.getInputStream()));
      delivered.add(request);
      return answer;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    threads.shutdownNow();
  }
}
