package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A foreign simulator that greets well and answers wrongly is told of in the protocol's words. */
@Timeout(30)
final class WrongAnswersTest {
  private static final Message RESET = new Message.Reset(1, Map.of());
  private static final SignalSpec OBSERVATION =
      new SignalSpec("observation", List.of(Channel.of("q.0", "rad"), Channel.of("qd.0", "rad/s")));
  private static final SignalSpec COMMAND =
      new SignalSpec("command", List.of(Channel.of("tau.0", "Nm")));
  private static final Message.Spec SPEC = spec(Role.SIMULATOR);

  private final List<Thread> servers = new ArrayList<>();

  private static Message.Spec spec(Role role) {
    return new Message.Spec(role, "robot", "theirs", OBSERVATION, COMMAND, 0, 0);
  }

  private static Message state(double... values) {
    return new Message.State(values);
  }

  /** Answers each frame with all of the next list at once. */
  private RemoteLink link(List<List<Message>> answers) throws IOException {
    ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread server = new Thread(() -> serve(door, answers), "a simulator that errs");
    server.start();
    servers.add(server);
    return new RemoteLink(
        new RemoteAddress("127.0.0.1", door.getLocalPort()), OBSERVATION, COMMAND);
  }

  private static void serve(ServerSocket door, List<List<Message>> answers) {
    try (door;
        Socket client = door.accept();
        DataInputStream in = new DataInputStream(client.getInputStream())) {
      for (List<Message> answer : answers) {
        in.readFully(new byte[Integer.reverseBytes(in.readInt())]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.forEach(each -> bytes.writeBytes(RawClient.frame(each)));
        client.getOutputStream().write(bytes.toByteArray());
      }
      in.read(); // until it leaves
    } catch (IOException e) {
      // It has left.
    }
  }

  @AfterEach
  void join() throws InterruptedException {
    for (Thread server : servers) {
      server.join();
    }
  }

  private static String refusal(Executable asking) {
    return String.valueOf(assertThrows(RemoteException.class, asking).getMessage())
        .replaceFirst("simulator 127.0.0.1:\\d+: ", "");
  }

  private String refusalOf(Message answer) throws IOException {
    try (RemoteLink link = link(List.of(List.of(SPEC), List.of(answer)))) {
      return refusal(() -> link.observe(RESET));
    }
  }

  @Test
  void aStateHasAsManyNumbersAsItsSpec() throws IOException {
    assertEquals("expected a state of 2 numbers, found a state of 1", refusalOf(state(0)));
    assertEquals("expected a state of 2 numbers, found a state of 3", refusalOf(state(0, 0, 0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aStateHasFiniteNumbers(double spoilt) throws IOException {
    String text = refusalOf(state(0.5, spoilt));
    assertEquals("state: expected finite numbers, found " + spoilt + " of qd.0", text);
  }

  @Test
  void anotherFrameThanAStateIsNamedNotPrinted() throws IOException {
    Message outcome =
        new Message.Outcome(
            new double[2], 0, false, false, false, Verdict.PASSED, 0, new double[1], "");
    assertEquals("expected a state of 2 numbers, found OUTCOME", refusalOf(outcome));
    assertEquals(
        "expected a state of 2 numbers, found the spec of a simulator in version 1",
        refusalOf(SPEC));
  }

  @Test
  void aSpecOfAnotherRoleOrVersionIsNamed() {
    String expected = "expected the spec of a simulator in version 1, found ";
    assertEquals(
        expected + "the spec of a task in version 1",
        refusal(() -> link(List.of(List.of(spec(Role.TASK)))).close()));
    assertEquals(
        expected + "the spec of a simulator in version 2",
        refusal(() -> link(List.of(List.of(SPEC.inVersion(2)))).close()));
    assertEquals(
        expected + "a spec in version 7",
        refusal(() -> link(List.of(List.of(SPEC.inVersion(7)))).close()));
    assertEquals(
        expected + "a state of 2", refusal(() -> link(List.of(List.of(state(0, 0)))).close()));
  }

  @Test
  void aSecondAnswerIsNotTakenForThatToTheNextRequest() throws IOException {
    List<Message> twice = List.of(state(1, 2), state(1, 2));
    try (RemoteLink link = link(List.of(List.of(SPEC), twice, List.of(state(3, 4))))) {
      assertArrayEquals(new double[] {1, 2}, link.observe(RESET));
      assertEquals(
          "expected one answer to each request, found another before the next: STATE",
          refusal(() -> link.observe(RESET)));
    }
  }

  @Test
  void aLastWordBeforeTheNextRequestIsHeard() throws IOException {
    Message last = new Message.Refusal(ErrorCode.ENDING, true, "the server ends");
    try (RemoteLink link = link(List.of(List.of(SPEC), List.of(state(1, 2), last)))) {
      link.observe(RESET);
      assertEquals(
          "expected an answer, found ENDING: the server ends", refusal(() -> link.observe(RESET)));
    }
  }

  @Test
  void aWorldThatSaysThatItDivergedIsOneWithoutNumbers() throws IOException {
    Message diverged = new Message.Refusal(ErrorCode.DIVERGED, false, "no numbers");
    try (RemoteLink link = link(List.of(List.of(SPEC), List.of(diverged), List.of(state(1, 2))))) {
      assertEquals(0, link.observe(RESET).length);
      assertArrayEquals(new double[] {1, 2}, link.observe(RESET));
    }
  }
}
