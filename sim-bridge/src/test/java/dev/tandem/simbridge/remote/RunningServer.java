package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.time.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a thread of its own, until it is closed. */
final class RunningServer implements AutoCloseable {
  /** No test waits for so long. */
  static final long LONG_MILLIS = 30_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final StepServer server;
  private final Thread thread;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger open;

  private RunningServer(ServerLimits limits, Conversation.Maker maker, AtomicInteger open)
      throws IOException {
    this.open = open;
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = new StepServer(any, limits, maker, new SystemClock());
    thread = new Thread(this::serve, "server under test");
    thread.start();
  }

  private static ServerLimits limits(int clients, long idleMillis, long frameMillis) {
    return new ServerLimits(clients, idleMillis * NANOS_PER_MILLI, frameMillis * NANOS_PER_MILLI);
  }

  /** Lets everybody count; expects at its end that nobody's counter was left open. */
  static RunningServer ofCounters(int clients, long idleMillis, long frameMillis)
      throws IOException {
    AtomicInteger open = new AtomicInteger();
    Conversation.Maker counters =
        (role, wantsImages) -> {
          if (role != Role.TASK) {
            throw new ProtocolException(ErrorCode.WRONG_ROLE, "tasks only");
          }
          return new TaskConversation(new Counter(open, wantsImages));
        };
    return new RunningServer(limits(clients, idleMillis, frameMillis), counters, open);
  }

  /** Lets one client at a time step something else, in no hurry. */
  static RunningServer of(Conversation.Maker maker) throws IOException {
    return new RunningServer(limits(1, LONG_MILLIS, LONG_MILLIS), maker, new AtomicInteger());
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
    assertEquals(0, open.get(), "counters that were left open");
  }
}
