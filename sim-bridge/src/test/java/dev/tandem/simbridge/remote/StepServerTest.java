package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StepServerTest {
  private static final int CLIENTS = 2;
  private static final long LONG_MILLIS = 30_000;
  private static final long SHORT_MILLIS = 50;

  private final AtomicInteger open = new AtomicInteger();
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    server = new RunningServer(CLIENTS, LONG_MILLIS, LONG_MILLIS, this::open);
  }

  @AfterEach
  void end() throws IOException {
    server.close();
    assertEquals(0, open.get(), "environments that were left open");
  }

  private Conversation open(Role role) throws ProtocolException {
    if (role != Role.TASK) {
      throw new ProtocolException(ErrorCode.WRONG_ROLE, "tasks only");
    }
    return new TaskConversation(new Counter(open));
  }

  private RawClient client() throws IOException {
    return RawClient.of(server.address());
  }

  /** It still does what it did. */
  private static void goesOn(RawClient client) throws IOException {
    assertArrayEquals(new double[] {5}, client.reset(5));
    assertEquals(5.5, client.step(0.5).reward());
  }

  @Test
  void aClientIsToldWhatThereIsAndSteps() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      var spec = client.ask(Message.Spec.class, new Message.Hello(1, 1, "test"));
      assertEquals("count", spec.name());
      assertEquals(3, spec.horizonSteps());
      assertArrayEquals(new double[] {7}, client.reset(7));
      assertFalse(client.step(1).truncated());
      assertFalse(client.step(1).truncated());
      Message.Outcome last = client.step(1);
      assertTrue(last.truncated());
      assertArrayEquals(new double[] {10}, last.observation());
      assertEquals(1.5, last.elapsedSeconds());
      client.send(new Message.Close());
      assertTrue(client.isClosed());
    }
    assertEquals(1, server.counts().clients());
    assertEquals(1, server.counts().resets());
    assertEquals(3, server.counts().steps());
    assertEquals(0, server.counts().errorFrames());
  }

  @Test
  void eachClientHasAnEnvironmentOfItsOwn() throws IOException {
    try (RawClient one = client();
        RawClient other = client()) {
      one.reset(1);
      other.reset(100);
      assertEquals(2, one.step(1).reward());
      assertEquals(101, other.step(1).reward());
    }
  }

  @Test
  void anEpisodeMayBeLeft() throws IOException {
    try (RawClient client = client()) {
      client.reset(1);
      client.step(1);
      goesOn(client);
    }
  }

  @Test
  void aStepBeforeTheFirstResetIsOutOfOrder() throws IOException {
    try (RawClient client = client()) {
      client.send(new Message.Step(new double[] {1}));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      goesOn(client);
    }
  }

  @Test
  void aStepAfterTheEndIsOutOfOrder() throws IOException {
    try (RawClient client = client()) {
      client.reset(1);
      client.step(0);
      client.step(0);
      client.step(0);
      client.send(new Message.Step(new double[] {1}));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      goesOn(client);
    }
  }

  @Test
  void whatOnlyAServerSaysIsOutOfOrder() throws IOException {
    try (RawClient client = client()) {
      client.send(new Message.State(new double[] {1}));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      client.send(new Message.Hello(1, 1, "again"));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      goesOn(client);
    }
  }

  @Test
  void tooFewAndTooManyNumbersAreRefused() throws IOException {
    try (RawClient client = client()) {
      client.reset(1);
      client.send(new Message.Step(new double[0]));
      String text = client.refused(ErrorCode.WRONG_SIZE, false);
      assertEquals("action: expected 1 numbers, found 0", text);
      client.send(new Message.Step(new double[2]));
      client.refused(ErrorCode.WRONG_SIZE, false);
      goesOn(client);
    }
  }

  @Test
  void whatIsNoNumberIsRefusedAndChangesNothing() throws IOException {
    try (RawClient client = client()) {
      client.reset(1);
      client.send(new Message.Step(new double[] {Double.NaN}));
      String text = client.refused(ErrorCode.NOT_FINITE, false);
      assertEquals("action more: expected a finite number, found NaN", text);
      client.send(new Message.Step(new double[] {Double.NEGATIVE_INFINITY}));
      client.refused(ErrorCode.NOT_FINITE, false);
      assertEquals(2, client.step(1).reward());
    }
  }

  @Test
  void anOptionThatThereIsNotIsRefused() throws IOException {
    try (RawClient client = client()) {
      client.send(new Message.Reset(1, Map.of("gravity", "less")));
      assertTrue(client.refused(ErrorCode.UNKNOWN_OPTION, false).contains("gravity"));
      goesOn(client);
    }
  }

  @Test
  void unknownAndMalformedFramesAreIgnored() throws IOException {
    try (RawClient client = client()) {
      client.send(HexFormat.of().parseHex("01000000ff"));
      client.refused(ErrorCode.UNKNOWN_KIND, false);
      client.send(HexFormat.of().parseHex("02000000" + "0500"));
      client.refused(ErrorCode.MALFORMED, false);
      goesOn(client);
    }
  }

  @Test
  void aLengthThatNoFrameHasClosesTheConnection() throws IOException {
    for (String length : new String[] {"00000000", "01001000", "ffffffff"}) {
      try (RawClient client = client()) {
        client.send(HexFormat.of().parseHex(length + "05"));
        client.refused(ErrorCode.OVERSIZED, true);
      }
    }
  }

  @Test
  void theLargestFrameIsRead() throws IOException {
    try (RawClient client = client()) {
      byte[] frame = new byte[Integer.BYTES + FrameLink.MOST_BYTES];
      System.arraycopy(HexFormat.of().parseHex("0000100005"), 0, frame, 0, 5);
      client.send(frame);
      client.refused(ErrorCode.MALFORMED, false);
      goesOn(client);
    }
  }

  @Test
  void whoeverSpeaksSomethingElseIsToldAndClosed() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      client.refused(ErrorCode.OVERSIZED, true);
    }
  }

  @Test
  void whoeverDoesNotGreetFirstIsToldAndClosed() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(new Message.Reset(1, Map.of()));
      client.refused(ErrorCode.OUT_OF_ORDER, true);
    }
  }

  @Test
  void anotherVersionIsToldAndClosed() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      client.send(new Message.Hello(2, 1, "future"));
      assertEquals(
          "version: expected 1, found 2", client.refused(ErrorCode.UNSUPPORTED_VERSION, true));
    }
  }

  @Test
  void aRoleThatIsNotServedIsToldAndClosed() throws IOException {
    for (int role : new int[] {0, 2, 3}) {
      try (RawClient client = new RawClient(server.address())) {
        client.send(new Message.Hello(1, role, "test"));
        client.refused(ErrorCode.WRONG_ROLE, true);
      }
    }
  }

  @Test
  void aConnectionThatEndsWithinAFrameIsTold() throws IOException {
    try (RawClient client = client()) {
      client.send(HexFormat.of().parseHex("1300000005"));
      client.endOutput();
      client.refused(ErrorCode.MALFORMED, true);
    }
  }

  @Test
  void oneClientTooManyIsToldAndTheNextIsWelcomeWhenOneHasLeft() throws IOException {
    try (RawClient one = client()) {
      try (RawClient two = client();
          RawClient three = new RawClient(server.address())) {
        three.send(new Message.Hello(1, 1, "test"));
        three.refused(ErrorCode.BUSY, true);
        two.send(new Message.Close());
        assertTrue(two.isClosed());
      }
      try (RawClient next = clientAfterBusy()) {
        goesOn(next);
      }
      goesOn(one);
    }
    assertTrue(server.counts().refusedClients() >= 1);
  }

  /** The place of a client that has left is free a moment later. */
  private RawClient clientAfterBusy() throws IOException {
    while (true) {
      RawClient client = new RawClient(server.address());
      client.send(new Message.Hello(1, 1, "test"));
      if (client.receive() instanceof Message.Spec) {
        return client;
      }
      client.close();
    }
  }

  @Test
  void anEnvironmentThatFailsTakesOnlyItsOwnClientAway() throws IOException {
    try (RawClient other = client()) {
      try (RawClient client = client()) {
        client.reset(1);
        client.send(new Message.Step(new double[] {13}));
        assertTrue(client.refused(ErrorCode.FAILED, true).contains("thirteen"));
      }
      goesOn(other);
    }
  }

  @Test
  void aClientIsToldThatTheServerEnds() throws IOException {
    try (RawClient client = client()) {
      goesOn(client);
      server.end();
      client.refused(ErrorCode.ENDING, true);
    }
  }

  @Test
  void anIdleClientHasToGo() throws IOException {
    try (RunningServer hasty = new RunningServer(CLIENTS, SHORT_MILLIS, LONG_MILLIS, this::open);
        RawClient client = RawClient.of(hasty.address())) {
      client.refused(ErrorCode.TIMED_OUT, true);
    }
  }

  @Test
  void aFrameThatDoesNotEndAndAGreetingThatDoesNotComeAreNotWaitedFor() throws IOException {
    try (RunningServer hasty = new RunningServer(CLIENTS, LONG_MILLIS, SHORT_MILLIS, this::open);
        RawClient silent = new RawClient(hasty.address());
        RawClient slow = RawClient.of(hasty.address())) {
      slow.send(HexFormat.of().parseHex("1300000005"));
      slow.refused(ErrorCode.TIMED_OUT, true);
      silent.refused(ErrorCode.TIMED_OUT, true);
    }
  }
}
