package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.report.JsonObject;
import dev.tandem.policies.sac.SacConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class TorchPeerTest {
  private static final SacConfig TWO = SacConfig.defaults(0.99).withCritics(2, 2);
  private static final SacConfig TEN = SacConfig.defaults(0.99).withCritics(10, 2);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path directory;

  @Test
  void takesTheFirstPythonThatImportsTorch() throws IOException {
    Path without = python(FakePython.WITHOUT_TORCH);
    Path with = python(FakePython.WITH_TORCH);
    TorchPeer peer = TorchPeer.find(2, List.of(without, with, python("exit 1")), LONG);
    assertTrue(peer.isThere());
    assertEquals(2.5, peer.millis(TWO, 1));
    assertEquals(
        "{\"torch_python\":\""
            + with
            + "\",\"torch_version\":\"9.9.9\","
            + "\"torch_blas\":\"openblas\"}",
        described(peer));
  }

  @Test
  void asksForTheSameUpdatesAndDropout() throws IOException {
    double[] expected = {2, 1, 7, LearnerLoad.UTD, 0.01};
    for (int i = 0; i < expected.length; i++) {
      String answer =
          "case \"$2\" in *Learner*) echo x; echo \"$" + (3 + i) + "\" ;; *) echo 9 ;; esac";
      TorchPeer peer = TorchPeer.find(1, List.of(python(answer)), LONG);
      assertEquals(expected[i], peer.millis(LearnerLoad.droq(), 7), "argument " + (3 + i));
    }
  }

  @Test
  void isNotThereWhenNoPythonImportsTorch() throws IOException {
    TorchPeer peer = TorchPeer.find(1, List.of(python(FakePython.WITHOUT_TORCH)), LONG);
    assertFalse(peer.isThere());
    assertTrue(Double.isNaN(peer.millis(TWO, 1)));
    assertEquals(
        "{\"torch\":\"no python3 found that can import torch;"
            + " install it: apt-get install python3-torch libopenblas0-pthread\"}",
        described(peer));
  }

  @Test
  void killsAPeerThatDoesNotAnswerAndAsksItNoMore() throws IOException {
    Path alive = directory.resolve("alive");
    Path sleeper =
        python("case \"$2\" in *Learner*) echo x >>" + alive + "; sleep 600 ;; esac; echo 1");
    TorchPeer peer = TorchPeer.find(1, List.of(sleeper), LONG).within(SHORT);
    assertTimeoutPreemptively(LONG, () -> assertTrue(Double.isNaN(peer.millis(TWO, 1))));
    assertTrue(Double.isNaN(peer.millis(TEN, 1)));
    assertEquals(1, Files.readAllLines(alive).size());
    assertTrue(
        described(peer).contains(sleeper + ": no answer within 0.3 s, killed"), described(peer));
  }

  @Test
  void doesNotWaitForAPythonThatSleepsInsteadOfImporting() throws IOException {
    List<Path> pythons = List.of(python("sleep 600"), python(FakePython.WITH_TORCH));
    TorchPeer peer =
        assertTimeoutPreemptively(LONG, () -> TorchPeer.find(1, pythons, Duration.ofSeconds(1)));
    assertTrue(peer.isThere());
  }

  @Test
  void saysWhatAPeerThatFailsSaidLast() throws IOException {
    Path python =
        python(
            "case \"$2\" in *Learner*) echo oops >&2; echo 'last word' >&2; exit 3 ;; esac; echo 1");
    TorchPeer peer = TorchPeer.find(1, List.of(python), LONG);
    assertTrue(Double.isNaN(peer.millis(TWO, 1)));
    assertTrue(described(peer).contains(python + ": exit 3: last word"), described(peer));
  }

  @Test
  void saysWhenThePeerAnswersSomethingElse() throws IOException {
    TorchPeer peer = TorchPeer.find(1, List.of(python("echo 1; echo fast")), LONG);
    assertTrue(Double.isNaN(peer.millis(TWO, 1)));
    assertTrue(described(peer).contains("expected milliseconds, found fast"), described(peer));
  }

  @Test
  void looksThroughThePathBeforeTheSystemsPython() throws IOException {
    Path first = python("exit 0");
    Path second = python("exit 0");
    String path = first.getParent() + ":" + directory + "::" + second.getParent();
    assertEquals(List.of(first, second, Path.of("/usr/bin/python3")), TorchPeer.candidates(path));
  }

  private Path python(String script) throws IOException {
    return FakePython.in(directory, script);
  }

  private static String described(TorchPeer peer) {
    JsonObject json = new JsonObject();
    peer.describe(json);
    return json.toString();
  }
}
