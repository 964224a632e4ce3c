package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.runtime.record.journal.CameraSummary;
import dev.tandem.runtime.record.journal.JournalFrame;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training, journals and rigs with pads that feel; nothing here needs OpenGL. */
final class TouchedRunTest {
  private static final String TOUCH =
      "touch=[{pad: left_pad, delay_seconds: 0.03}, {pad: right_pad, shows: picture, width: 16,"
          + " height: 32, rate_hz: 25}]";

  @TempDir Path folder;

  @BeforeEach
  void requireMujoco() {
    Seen.requireMujoco();
  }

  private SmallRuns runs() {
    return CubeRuns.in(folder, TOUCH);
  }

  @Test
  void theJournalHoldsWhatWasFeltAndEqualRunsFeelTheSame() throws Exception {
    RunReport first = runs().run();
    JournalInspection found = JournalInspection.of(SmallRuns.folder(first).journal());
    assertEquals(List.of(), found.problems());
    CameraSummary left = found.contents().cameras().get(0);
    assertEquals("left_pad_forces", left.name());
    assertEquals(left.seenImages(), left.images());
    assertEquals(30_000_000, left.mostAgeNanos());
    List<JournalFrame> forces = RunJournal.of(first).frames("left_pad_forces");
    assertEquals(ImageSpec.Values.FLOAT32, forces.get(0).values());
    assertEquals(20 * 25 * 3 * 4, forces.get(0).pixels().length);
    List<JournalFrame> pictures = RunJournal.of(first).frames("right_pad_picture");
    assertEquals(16 * 32 * 3, pictures.get(0).pixels().length);
    double ratio = (double) forces.size() / pictures.size();
    assertEquals(2, ratio, 0.2, forces.size() + " of " + pictures.size());
    List<JournalFrame> again =
        RunJournal.of(runs().run("run.name=second")).frames("left_pad_forces");
    assertEquals(forces.size(), again.size());
    for (int i = 0; i < forces.size(); i++) {
      assertArrayEquals(forces.get(i).pixels(), again.get(i).pixels(), "image " + i);
    }
    RunReport numb = runs().run("run.name=numb", "touch=[]");
    assertEquals(first.checkpointHash(), numb.checkpointHash(), "who feels does as before");
  }

  /** The expert, which closes the gripper around the cube and lifts it. */
  @Test
  void thePadsFeelTheCubeThatTheyHoldAndTicksAllocateNothing() {
    SimulatedTask task = Tasks.create(runs().settings());
    try (Rig rig = CubeRuns.byExpert(task)) {
      Image forces = rig.loop().observation().image(0);
      long bytes =
          CubeRuns.leastBytes(
              rig,
              900,
              () -> assertEquals(0, pressing(forces)),
              () -> {
                double pressing = pressing(forces);
                assertTrue(pressing > 1 && pressing < 30, pressing + " N");
              });
      assertEquals(0, bytes);
    }
  }

  private static double pressing(Image forces) {
    double sum = 0;
    for (int i = 2; i < 20 * 25 * 3; i += 3) {
      sum += forces.value(i);
    }
    return sum;
  }

  @Test
  void whatIsRandomOfCamerasIsNotOfPads() throws Exception {
    RunReport plain = runs().run("cameras=[]");
    List<JournalFrame> forces = RunJournal.of(plain).frames("left_pad_forces");
    Seen.requireRendering();
    RunReport dropped =
        runs()
            .run(
                "run.name=dropped",
                "cameras=[{name: front, width: 8, height: 8}]",
                "randomization.camera.dropped=0.5");
    List<JournalFrame> beside = RunJournal.of(dropped).frames("left_pad_forces");
    assertEquals(forces.size(), beside.size());
    assertTrue(RunJournal.of(dropped).frames("front").size() < forces.size() * 3 / 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "touch=[{pad: thumb}] | one of [left_pad, right_pad], found thumb",
        "touch=[{}, {}] | found left_pad_forces twice",
        "task=reach | touch: expected a task with a gripper in mujoco",
      })
  void whatCannotBeFeltIsRefused(String setting, String expected) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Tasks.create(runs().settings(setting)));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }
}
