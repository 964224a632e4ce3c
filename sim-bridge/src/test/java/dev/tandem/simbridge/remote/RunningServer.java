package dev.tandem.simbridge.remote;

import dev.tandem.runtime.time.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server on a thread of its own, until it is closed. */
final class RunningServer implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final StepServer server;
  private final Thread thread;
  private final AtomicBoolean ended = new AtomicBoolean();

  RunningServer(int clients, long idleMillis, long frameMillis, Conversation.Maker maker)
      throws IOException {
    ServerLimits limits =
        new ServerLimits(clients, idleMillis * NANOS_PER_MILLI, frameMillis * NANOS_PER_MILLI);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = new StepServer(any, limits, maker, new SystemClock());
    thread = new Thread(this::serve, "server under test");
    thread.start();
  }

  private void serve() {
    try {
      server.serve(ended::get);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InetSocketAddress address() throws IOException {
    return server.address();
  }

  ServerCounts counts() {
    return server.counts();
  }

  /** Ends it, and waits until it has. */
  void end() {
    ended.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while a server was to end", e);
    }
  }

  @Override
  public void close() throws IOException {
    end();
    server.close();
  }
}
