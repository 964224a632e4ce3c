package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StepServerTest {
  private static final int CLIENTS = 2;
  private static final long SHORT_MILLIS = 50;

  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        RunningServer.ofCounters(CLIENTS, RunningServer.LONG_MILLIS, RunningServer.LONG_MILLIS);
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private RawClient client() throws IOException {
    return RawClient.of(server.address());
  }

  @Test
  void aClientIsToldWhatThereIsAndSteps() throws IOException {
    try (RawClient client = new RawClient(server.address())) {
      var spec = client.ask(Message.Spec.class, new Message.Hello(1, "test"));
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
  void whoAsksForImagesGetsThemWithEveryObservation() throws IOException {
    try (RawClient client = RawClient.seeing(server.address())) {
      assertEquals(2, client.spec().version());
      assertEquals(Counter.IMAGE, client.spec().images().get(0).shape());
      assertEquals(2, client.spec().images().get(0).rateHz());
      client.reset(7);
      assertPicture(0, 7, client);
      client.step(1);
      assertPicture(0.5, 8, client);
    }
  }

  private static void assertPicture(double seconds, int grey, RawClient client) {
    assertEquals(1, client.pictures().size());
    Message.Picture picture = client.pictures().get(0);
    assertEquals(seconds, picture.shownSeconds());
    assertEquals(Counter.IMAGE.bytes(), picture.pixels().length);
    assertEquals(grey, picture.pixels()[picture.pixels().length - 1]);
  }

  @Test
  void whoDoesNotAskForImagesGetsNoneInEitherVersion() throws IOException {
    for (int version = 1; version <= 2; version++) {
      try (RawClient client = new RawClient(server.address())) {
        var hello = new Message.Hello(version, 1, "test", false);
        var spec = client.ask(Message.Spec.class, hello);
        assertEquals(version, spec.version());
        assertEquals(0, spec.images().size());
        client.goesOn();
      }
    }
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
      client.goesOn();
    }
  }

  @Test
  void oneClientTooManyIsToldAndTheNextIsWelcomeWhenOneHasLeft() throws IOException {
    try (RawClient one = client()) {
      try (RawClient two = client();
          RawClient three = new RawClient(server.address())) {
        three.send(new Message.Hello(1, "test"));
        three.refused(ErrorCode.BUSY, true);
        two.send(new Message.Close());
        assertTrue(two.isClosed());
      }
      try (RawClient next = client()) {
        next.goesOn();
      }
      one.goesOn();
    }
    assertTrue(server.counts().refusedClients() >= 1);
  }

  @Test
  void whoeverIsToldToGoTakesNobodysPlaceWhileItStillListens() throws IOException {
    try (RawClient one = stranger();
        RawClient two = stranger();
        RawClient next = client()) {
      next.goesOn();
      assertTrue(one.isClosed() && two.isClosed());
    }
    assertEquals(0, server.counts().refusedClients());
  }

  /** Told that its role is not served, and still connected. */
  private RawClient stranger() throws IOException {
    RawClient client = new RawClient(server.address());
    client.send(new Message.Hello(0, "stranger"));
    assertInstanceOf(Message.Refusal.class, client.receive());
    return client;
  }

  @Test
  void anEnvironmentThatFailsTakesOnlyItsOwnClientAway() throws IOException {
    try (RawClient other = client()) {
      try (RawClient client = client()) {
        client.reset(1);
        client.send(new Message.Step(new double[] {13}));
        assertTrue(client.refused(ErrorCode.FAILED, true).contains("thirteen"));
      }
      other.goesOn();
    }
  }

  @Test
  void aClientIsToldThatTheServerEnds() throws IOException {
    try (RawClient client = client()) {
      client.goesOn();
      server.end();
      client.refused(ErrorCode.ENDING, true);
    }
  }

  @Test
  void anIdleClientHasToGo() throws IOException {
    try (RunningServer hasty =
            RunningServer.ofCounters(CLIENTS, SHORT_MILLIS, RunningServer.LONG_MILLIS);
        RawClient client = RawClient.of(hasty.address())) {
      client.refused(ErrorCode.TIMED_OUT, true);
    }
  }

  @Test
  void aFrameThatDoesNotEndAndAGreetingThatDoesNotComeAreNotWaitedFor() throws IOException {
    try (RunningServer hasty =
            RunningServer.ofCounters(CLIENTS, RunningServer.LONG_MILLIS, SHORT_MILLIS);
        RawClient silent = new RawClient(hasty.address());
        RawClient slow = RawClient.of(hasty.address())) {
      slow.send(HexFormat.of().parseHex("1300000005"));
      slow.refused(ErrorCode.TIMED_OUT, true);
      silent.refused(ErrorCode.TIMED_OUT, true);
    }
  }

  @Test
  void aClientThatDoesNotTakeItsAnswersHasToGo() throws IOException {
    Message asksForAnImage = new Message.Reset(1, Map.of());
    try (RunningServer hasty =
            RunningServer.ofCounters(CLIENTS, RunningServer.LONG_MILLIS, SHORT_MILLIS);
        RawClient deaf = RawClient.seeing(hasty.address())) {
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              deaf.send(asksForAnImage);
            }
          });
    }
  }

  @Test
  void framesThatCameAtOnceAreAnsweredInOrder() throws IOException {
    try (RawClient client = client()) {
      client.send(new Message.Reset(1, Map.of()));
      client.send(new Message.Step(new double[] {1}));
      client.send(new Message.Step(new double[] {-0.5}));
      assertInstanceOf(Message.State.class, client.receive());
      assertEquals(2, assertInstanceOf(Message.Outcome.class, client.receive()).reward());
      assertEquals(1.5, assertInstanceOf(Message.Outcome.class, client.receive()).reward());
    }
  }
}
