package dev.tandem.simbridge.remote;

import dev.tandem.runtime.time.Clock;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * The frames of one connection: each whole and within its time, or not at all. One thread, but for
 * {@link #interrupt}.
 */
final class FrameLink implements AutoCloseable {
  /** What may follow a frame's length. */
  static final int MOST_BYTES = 1 << 20;

  private static final int UNHEARD_BYTES = 1 << 16;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** For whoever is told goodbye to stop talking. */
  private static final long LINGER_NANOS = 500 * NANOS_PER_MILLI;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final Clock clock;
  private final long frameNanos;
  private final MessageWriter writer = new MessageWriter();
  private final ByteBuffer length =
      ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private volatile boolean interrupted;

  /**
   * Takes a connected channel over.
   *
   * @param frameNanos from a frame's first byte to its last
   */
  FrameLink(SocketChannel channel, Clock clock, long frameNanos) throws IOException {
    this.channel = channel;
    this.clock = clock;
    this.frameNanos = frameNanos;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    selector = Selector.open();
    key = channel.register(selector, 0);
  }

  /**
   * The next message.
   *
   * @param idleNanos until its first byte
   * @throws EOFException when the other side closed the connection between two frames
   * @throws ProtocolException when it is none; {@link ProtocolException#closes} when none can be
   *     read after it
   */
  Message receive(long idleNanos) throws IOException {
    length.clear().limit(1);
    if (!fill(length, clock.nanoTime() + idleNanos)) {
      throw new EOFException("the connection was closed");
    }
    long deadlineNanos = clock.nanoTime() + frameNanos;
    whole(length.limit(Integer.BYTES), deadlineNanos);
    int bytes = length.getInt(0);
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw ProtocolException.closing(
          ErrorCode.OVERSIZED,
          "length: expected 1 to " + MOST_BYTES + ", found " + Integer.toUnsignedString(bytes));
    }
    byte[] frame = new byte[bytes];
    whole(ByteBuffer.wrap(frame), deadlineNanos);
    return MessageReader.read(frame);
  }

  /** Whether there is something to {@link #receive} at once: bytes, or the connection's end. */
  boolean isWaiting() throws IOException {
    key.interestOps(SelectionKey.OP_READ);
    boolean waiting = selector.selectNow() > 0;
    selector.selectedKeys().clear();
    return waiting;
  }

  private void whole(ByteBuffer into, long deadlineNanos) throws IOException {
    if (!fill(into, deadlineNanos)) {
      throw ProtocolException.closing(
          ErrorCode.MALFORMED, "the connection was closed within a frame");
    }
  }

  /** False when the other side closed the connection before. */
  private boolean fill(ByteBuffer into, long deadlineNanos) throws IOException {
    while (into.hasRemaining()) {
      int read = channel.read(into);
      if (read < 0) {
        return false;
      }
      if (read == 0) {
        awaitMore(deadlineNanos);
      }
    }
    return true;
  }

  private void awaitMore(long deadlineNanos) throws IOException {
    if (interrupted) {
      throw ProtocolException.closing(ErrorCode.ENDING, "the server ends");
    }
    if (!await(SelectionKey.OP_READ, deadlineNanos)) {
      throw ProtocolException.closing(
          ErrorCode.TIMED_OUT, "expected a whole frame in time, found none");
    }
  }

  /**
   * Sends a frame; throws when the other side does not take it in time, and can be told no more.
   */
  void send(Message message) throws IOException {
    ByteBuffer frame = writer.frame(message);
    long deadlineNanos = clock.nanoTime() + frameNanos;
    while (frame.hasRemaining()) {
      if (channel.write(frame) == 0 && !await(SelectionKey.OP_WRITE, deadlineNanos)) {
        throw new SocketTimeoutException("expected a frame to be taken in time, found it waiting");
      }
    }
  }

  /** Until the operation can go on, or might; false when its time is over. */
  private boolean await(int operation, long deadlineNanos) throws IOException {
    long leftNanos = deadlineNanos - clock.nanoTime();
    if (leftNanos <= 0) {
      return false;
    }
    key.interestOps(operation);
    selector.select(leftNanos / NANOS_PER_MILLI + 1);
    selector.selectedKeys().clear();
    return true;
  }

  /** Makes {@link #receive} throw, now or when it is called next. Any thread. */
  void interrupt() {
    interrupted = true;
    selector.wakeup();
  }

  /** Says why, and lets the other side read it: a connection closed at once might lose it. */
  void refuse(ProtocolException why) throws IOException {
    send(why.refusal());
    channel.shutdownOutput();
    ByteBuffer unheard = ByteBuffer.allocate(UNHEARD_BYTES);
    long deadlineNanos = clock.nanoTime() + LINGER_NANOS;
    boolean goesOn = true;
    while (goesOn && channel.read(unheard.clear()) >= 0) {
      goesOn = await(SelectionKey.OP_READ, deadlineNanos);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }
}
