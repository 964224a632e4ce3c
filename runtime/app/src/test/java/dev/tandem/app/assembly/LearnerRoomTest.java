package dev.tandem.app.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.config.Setting;
import dev.tandem.app.settings.LearnerSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.runtime.learn.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Memory and time of learners that nobody makes here. */
final class LearnerRoomTest {
  private static final long GIGABYTE = 1_000_000_000;

  /** As on a core with wide vectors. */
  private static final double OPERATIONS_PER_SECOND = 200e9;

  private final Task task = Tasks.create("reach", "plant");

  private static LearnerSettings settings(String... assignments) {
    List<Setting> options =
        Stream.concat(Stream.of("learner.threads=1"), Stream.of(assignments))
            .map(Setting::parse)
            .toList();
    return Configuration.load(RunSettings.defaults(), Optional.empty(), options).learner();
  }

  @Test
  void refusesWhatJavaHasNoMemoryForAndSaysHowMuchItHas() {
    LearnerSettings wide =
        settings("learner.engine=jvm", "learner.hidden=[8192]", "learner.critics.count=100");
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Learners.requireRoom(wide, task, 2 * GIGABYTE));
    String message = String.valueOf(error.getMessage());
    double found = Learners.room(wide, task).bytes() * 1e-9;
    String expected =
        "learner.hidden: expected networks and batches of at most 1.2 GB, for which the 2.0 GB that"
            + " Java may take here have room, found %.1f GB; take fewer".formatted(found);
    assertTrue(message.startsWith(expected), message);
    assertTrue(message.matches(".*TANDEM_JAVA_ARGS=-Xmx[0-9]+g"), message);
    Learners.requireRoom(wide, task, 20 * GIGABYTE);
  }

  @Test
  void leavesTensorFlowItsOwnMemory() {
    LearnerSettings other = settings("learner.engine=tensorflow", "learner.hidden=[4096]");
    Learners.requireRoom(other, task, 1);
  }

  @Test
  void hasRoomForWhatIsUsual() {
    assertTrue(Learners.room(settings(), task).fits(256L << 20));
    assertFalse(Learners.room(settings(), task).fits(1 << 20));
  }

  @Test
  void knowsAnUpdateThatTakesSecondsFromOneThatTakesMilliseconds() {
    double usual = Learners.room(settings(), task).secondsPerStep(OPERATIONS_PER_SECOND);
    assertTrue(usual > 0.0005 && usual < 0.05, "a usual one takes " + usual + " s");
    LearnerSettings wide = settings("learner.hidden=[8192]", "learner.critics.count=100");
    double slow = Learners.room(wide, task).secondsPerStep(OPERATIONS_PER_SECOND);
    assertTrue(slow > 3 && slow < 30, "100 critics of 8192 units take " + slow + " s");
  }

  @Test
  void sharesTheTimeAmongItsThreads() {
    LearnerRoom one = new LearnerRoom(GIGABYTE, 1e11, 3, 1);
    LearnerRoom two = new LearnerRoom(GIGABYTE, 1e11, 3, 2);
    assertEquals(1 + 1.2, one.secondsPerStep(1e11), 1e-9);
    assertEquals(one.secondsPerStep(1e11) / 2, two.secondsPerStep(1e11), 1e-9);
  }

  @Test
  void refusesStreamingLearnersOfMoreFeaturesThanTheirFirstLayerHasRoomFor() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> settings("learner.stream.hidden=[4096,8192]").stream().requireRoom(10_000));
    assertEquals(
        "learner.stream.hidden: expected layers of at most 50000000 weights between them and the"
            + " task's 10000 features, found 74514432",
        error.getMessage());
    settings("learner.stream.hidden=[4096,8192]").stream().requireRoom(4_000);
  }
}
