package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is no frame, or none now: told in an error frame, and the connection goes on if it can. */
@Timeout(60)
final class RefusedFramesTest {
  private static final int CLIENTS = 2;

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
  void aStepBeforeTheFirstResetIsOutOfOrder() throws IOException {
    try (RawClient client = client()) {
      client.send(new Message.Step(new double[] {1}));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      client.goesOn();
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
      client.goesOn();
    }
  }

  @Test
  void whatOnlyAServerSaysIsOutOfOrder() throws IOException {
    try (RawClient client = client()) {
      client.send(new Message.State(new double[] {1}));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      client.send(new Message.Hello(1, "again"));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      client.goesOn();
    }
  }

  @Test
  void aSpecOfWhateverVersionIsOutOfOrder() throws IOException {
    try (RawClient client = client()) {
      for (String version : new String[] {"0000", "0300", "ffff"}) {
        client.send(HexFormat.of().parseHex("07000000" + "02" + "544e444d" + version));
        client.refused(ErrorCode.OUT_OF_ORDER, false);
      }
      client.goesOn();
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
      client.goesOn();
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
      client.goesOn();
    }
  }

  @Test
  void unknownAndMalformedFramesAreIgnored() throws IOException {
    try (RawClient client = client()) {
      client.send(HexFormat.of().parseHex("01000000ff"));
      client.refused(ErrorCode.UNKNOWN_KIND, false);
      client.send(HexFormat.of().parseHex("02000000" + "0500"));
      client.refused(ErrorCode.MALFORMED, false);
      client.goesOn();
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

  /** Images come from the server alone: whoever gets them may not send more for that. */
  @Test
  void whoGetsImagesMaySendNoMore() throws IOException {
    try (RawClient client = RawClient.seeing(server.address())) {
      client.send(HexFormat.of().parseHex("0100100005"));
      client.refused(ErrorCode.OVERSIZED, true);
    }
  }

  @Test
  void imagesFromAClientAreOutOfOrder() throws IOException {
    try (RawClient client = RawClient.seeing(server.address())) {
      client.send(new Message.Seen(List.of(), new Message.State(new double[] {1})));
      client.refused(ErrorCode.OUT_OF_ORDER, false);
      client.goesOn();
    }
  }

  @Test
  void theLargestFrameIsRead() throws IOException {
    try (RawClient client = client()) {
      byte[] frame = new byte[Integer.BYTES + FrameLink.MOST_BYTES];
      System.arraycopy(HexFormat.of().parseHex("0000100005"), 0, frame, 0, 5);
      client.send(frame);
      client.refused(ErrorCode.MALFORMED, false);
      client.goesOn();
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
      client.send(new Message.Hello(3, 1, "future", false));
      assertEquals(
          "version: expected 1 or 2, found 3", client.refused(ErrorCode.UNSUPPORTED_VERSION, true));
    }
  }

  @Test
  void aRoleThatIsNotServedIsToldAndClosed() throws IOException {
    for (int role : new int[] {0, 2, 3}) {
      try (RawClient client = new RawClient(server.address())) {
        client.send(new Message.Hello(role, "test"));
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
}
