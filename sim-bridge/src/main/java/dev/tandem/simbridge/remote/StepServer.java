package dev.tandem.simbridge.remote;

import dev.tandem.runtime.time.Clock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients step things over TCP, each on a thread of its own with a conversation of its own.
 * Whatever a client sends, it is told in an error frame, and the others go on.
 */
public final class StepServer implements AutoCloseable {
  private static final long POLL_MILLIS = 100;
  private static final int MOST_REFUSED_AT_ONCE = 16;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ServerLimits limits;
  private final Conversation.Maker maker;
  private final Clock clock;
  private final ServerSocketChannel door;
  private final Selector selector;
  private final ServerCounts counts = new ServerCounts();
  private final Semaphore places;
  private final Map<Thread, ClientSession> sessions = new ConcurrentHashMap<>();
  private final Map<Thread, FrameLink> refused = new ConcurrentHashMap<>();

  /**
   * Listens from now on, answers from {@link #serve} on.
   *
   * @param address port 0 for any that is free
   */
  public StepServer(
      InetSocketAddress address, ServerLimits limits, Conversation.Maker maker, Clock clock)
      throws IOException {
    this.limits = limits;
    this.maker = maker;
    this.clock = clock;
    this.places = new Semaphore(limits.clients());
    this.selector = Selector.open();
    this.door = ServerSocketChannel.open();
    try {
      door.bind(address);
      door.configureBlocking(false);
      door.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) door.getLocalAddress();
  }

  public ServerCounts counts() {
    return counts;
  }

  /** Answers until {@code ended}; then every client is told, and has left when this returns. */
  public void serve(BooleanSupplier ended) throws IOException {
    try {
      while (!ended.getAsBoolean()) {
        selector.select(POLL_MILLIS);
        selector.selectedKeys().clear();
        welcome(door.accept());
      }
    } finally {
      sendAway();
    }
  }

  private void welcome(@Nullable SocketChannel client) throws IOException {
    if (client == null) {
      return;
    }
    try {
      place(new FrameLink(client, clock, limits.frameNanos()));
    } catch (IOException e) {
      client.close(); // it has gone before it was in
    }
  }

  private void place(FrameLink link) throws IOException {
    boolean room = sessions.size() < limits.clients() + MOST_REFUSED_AT_ONCE;
    if (room && places.tryAcquire()) {
      ClientSession session = new ClientSession(link, limits, maker, counts, places::release);
      start("step client", sessions, session, session::run);
    } else if (refused.size() < MOST_REFUSED_AT_ONCE) {
      start("refused step client", refused, link, () -> refuse(link));
    } else {
      counts.refusedClients.incrementAndGet();
      link.close();
    }
  }

  private static <T> void start(String name, Map<Thread, T> among, T what, Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } finally {
                among.remove(Thread.currentThread());
              }
            },
            name);
    thread.setDaemon(true);
    among.put(thread, what);
    thread.start();
  }

  private void refuse(FrameLink link) {
    counts.refusedClients.incrementAndGet();
    counts.errorFrames.incrementAndGet();
    try (link) {
      link.refuse(
          ProtocolException.closing(
              ErrorCode.BUSY,
              "clients: expected at most " + limits.clients() + " at a time, found as many here"));
    } catch (IOException e) {
      // It has gone by itself.
    }
  }

  private void sendAway() {
    sessions.values().forEach(ClientSession::interrupt);
    long mostMillis = 2 * limits.frameNanos() / NANOS_PER_MILLI + 1;
    try {
      for (Thread client : sessions.keySet()) {
        client.join(mostMillis);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Listens no more. */
  @Override
  public void close() throws IOException {
    selector.close();
    door.close();
  }
}
