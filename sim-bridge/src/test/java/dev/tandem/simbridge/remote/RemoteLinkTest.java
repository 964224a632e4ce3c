package dev.tandem.simbridge.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What listens where a simulator was expected, and is none. */
@Timeout(30)
final class RemoteLinkTest {
  private static String refusal(String host, int port) {
    ArmSignals signals = new ArmSignals(WorldConversationTest.ARM, ArmScene.WrenchSensor.wrist());
    RemoteAddress address = new RemoteAddress(host, port);
    var error =
        assertThrows(
            RemoteException.class,
            () -> new RemoteLink(address, signals.observation(), signals.command()).close());
    return String.valueOf(error.getMessage()).replace(host + ":" + port, "there");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 400 Bad Request', 'length: expected 1 to 1048576, found 1347703880'",
    "'', the connection was closed",
    "xy, the connection was closed within a frame",
    "'\u0001\u0000\u0000\u0000z', 'kind: expected 1 to 12, found 122; the frame is ignored'"
  })
  void whoeverSpeaksSomethingElseIsToldWhatWasExpected(String says, String found)
      throws IOException, InterruptedException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread other = new Thread(() -> say(door, says), "something else");
      other.start();
      assertEquals(
          "simulator there: expected a program that speaks the step protocol of"
              + " docs/step-protocol.md, as ./tandem sim serve does, found "
              + found,
          refusal("127.0.0.1", door.getLocalPort()));
      other.join();
    }
  }

  private static void say(ServerSocket door, String words) {
    try (Socket client = door.accept()) {
      client.getInputStream().readNBytes(17);
      client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMachineThatNobodyKnowsIsNamed() {
    assertEquals(
        "simulator there: expected one that listens; ./tandem sim serve --task TASK starts one,"
            + " found no machine of this name",
        refusal("no machine", 7117));
  }

  @Test
  void aPortThatNobodyListensAtIsRefused() throws IOException {
    int free;
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = door.getLocalPort();
    }
    String text = refusal("127.0.0.1", free);
    assertTrue(text.endsWith("starts one, found Connection refused"), text);
  }
}
