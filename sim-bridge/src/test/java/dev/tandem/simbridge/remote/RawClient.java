package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Sends whatever bytes a test wants to be sent. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;
  private Message.Spec spec = Counter.spec(List.of());
  private List<Message.Picture> pictures = List.of();
  private boolean sees;

  RawClient(InetSocketAddress server) throws IOException {
    socket = new Socket(server.getAddress(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
  }

  /** One that was greeted. */
  static RawClient of(InetSocketAddress server) throws IOException {
    return greeted(server, new Message.Hello(1, "test"));
  }

  /** One that gets images, too. */
  static RawClient seeing(InetSocketAddress server) throws IOException {
    return greeted(server, new Message.Hello(2, 1, "test", true));
  }

  private static RawClient greeted(InetSocketAddress server, Message.Hello hello)
      throws IOException {
    RawClient client = new RawClient(server);
    client.spec = client.ask(Message.Spec.class, hello);
    client.sees = hello.wantsImages();
    return client;
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  void send(Message message) throws IOException {
    send(frame(message));
  }

  static byte[] frame(Message message) {
    ByteBuffer frame = new MessageWriter().frame(message);
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  Message receive() throws IOException {
    byte[] frame = new byte[Integer.reverseBytes(in.readInt())];
    in.readFully(frame);
    return MessageReader.read(frame);
  }

  <T extends Message> T ask(Class<T> expected, Message request) throws IOException {
    send(request);
    return assertInstanceOf(expected, receive());
  }

  /** What it was told there is. */
  Message.Spec spec() {
    return spec;
  }

  /** That came with the last answer. */
  List<Message.Picture> pictures() {
    return pictures;
  }

  private <T extends Message> T observe(Class<T> expected, Message request) throws IOException {
    if (!sees) {
      return ask(expected, request);
    }
    Message.Seen seen = ask(Message.Seen.class, request);
    pictures = seen.pictures();
    return assertInstanceOf(expected, seen.of());
  }

  double[] reset(long seed) throws IOException {
    return observe(Message.State.class, new Message.Reset(seed, Map.of())).observation();
  }

  Message.Outcome step(double... action) throws IOException {
    return observe(Message.Outcome.class, new Message.Step(action));
  }

  /** The server still does what it did. */
  void goesOn() throws IOException {
    assertArrayEquals(new double[] {5}, reset(5));
    assertEquals(5.5, step(0.5).reward());
  }

  /** An error frame comes, and says whether the connection closes. */
  String refused(ErrorCode code, boolean closes) throws IOException {
    Message.Refusal refusal = assertInstanceOf(Message.Refusal.class, receive());
    assertEquals(code, refusal.code(), refusal::text);
    assertEquals(closes, refusal.closes(), refusal::text);
    if (closes) {
      assertTrue(isClosed());
    }
    return refusal.text();
  }

  /** The other side has closed, and said nothing more. */
  boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
