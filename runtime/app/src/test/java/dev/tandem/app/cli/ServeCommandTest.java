package dev.tandem.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class ServeCommandTest {
  @Test
  void saysWhereItListensAndEndsInOrderWhenAsked() throws Exception {
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      CommandLineRun end = server.end();
      assertEquals(0, end.exit(), end.err());
      String greeting = "serves reach in plant on 127.0.0.1:" + server.port() + "\n";
      assertEquals(greeting, end.out());
    }
  }

  @Test
  void itsLastLineIsOneObject() throws Exception {
    try (ServeRun server = ServeRun.of("--task", "reach", "--json")) {
      InetAddress here = InetAddress.getLoopbackAddress();
      try (Socket client = new Socket(here, server.port())) {
        client.getOutputStream().write(new byte[] {0, 0, 0, 0});
        assertTrue(client.getInputStream().read() >= 0); // the error frame
      }
      CommandLineRun end = server.end();
      assertEquals(
          "{\"task\":\"reach\",\"simulator\":\"plant\",\"port\":"
              + server.port()
              + ",\"clients\":0,\"refused_clients\":0,\"resets\":0,\"steps\":0,\"error_frames\":1}",
          end.lastLine());
    }
  }

  @Test
  void aPortThatIsTakenIsRefusedWithAWayOut() throws Exception {
    try (ServeRun server = ServeRun.of("--task", "reach")) {
      CommandLineRun second =
          CommandLineRun.of("sim", "serve", "--task", "reach", "--port", "" + server.port());
      assertEquals(2, second.exit());
      assertTrue(second.err().contains("--port 0 takes any"), second.err());
      assertEquals(1, second.err().lines().count(), second.err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port, -1, expected 0 to 65535",
    "--port, 65536, expected 0 to 65535",
    "--clients, 0, expected at least 1",
    "--idle-seconds, 0, expected at least 1",
    "--host, nowhere.invalid, expected a name or address of this machine",
    "--task, juggle, expected one of",
  })
  void whatCannotBeIsRefused(String option, String value, String said) {
    CommandLineRun run = CommandLineRun.of("sim", "serve", option, value);
    assertEquals(2, run.exit(), run.err());
    assertTrue(run.err().contains(option), run.err());
    assertTrue(run.err().contains(said), run.err());
  }

  @Test
  void itsHelpHasAnExample() {
    CommandLineRun help = CommandLineRun.of("sim", "serve", "--help");
    assertEquals(0, help.exit());
    assertTrue(help.out().contains("Example:  ./tandem sim serve --task reach"), help.out());
  }
}
