package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.runtime.record.journal.CameraSummary;
import dev.tandem.runtime.record.journal.JournalFrame;
import dev.tandem.runtime.record.journal.JournalInspection;
import dev.tandem.runtime.signal.Image;
import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.Arrays;
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

  private static final String TOLD =
      "touch=[{policy_gets: sums}, {pad: right_pad, policy_gets: sums}]";

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

  /** What is learnt with: nothing before the grasp, both pads and where they press within it. */
  @Test
  void thePolicyIsToldOfTheCubeOnceItIsHeld() {
    RunSettings settings = runs().settings(TOLD, "journal.enabled=false");
    SimulatedTask task = Tasks.create(settings);
    int state = Tasks.create("pick-cube", "mujoco").encoder().size();
    assertEquals(state + 10, task.encoder().size());
    float[] features = new float[state + 10];
    try (Rig rig = CubeRuns.byExpert(task)) {
      CubeRuns.leastBytes(
          rig,
          900,
          () -> {
            task.encoder().encode(rig.loop().observation(), features);
            assertArrayEquals(new float[10], Arrays.copyOfRange(features, state, state + 10));
          },
          () -> {
            task.encoder().encode(rig.loop().observation(), features);
            for (int pad = 0; pad < 2; pad++) {
              double newtons = 10 * features[state + 5 * pad];
              assertTrue(newtons > 1 && newtons < 20, newtons + " N");
              double towardsTip = features[state + 5 * pad + 4];
              assertTrue(towardsTip > 0.1 && towardsTip < 0.9, "at " + towardsTip);
            }
          });
    }
  }

  @Test
  void whatIsLearntWithTouchRepeatsDiffersAndIsRefusedWithoutIt() throws Exception {
    RunReport first = runs().run(TOLD);
    RunReport again = runs().run("run.name=second", TOLD);
    assertEquals(first.checkpointHash(), again.checkpointHash());
    RunReport numb = runs().run("run.name=numb");
    assertFalse(first.checkpointHash().equals(numb.checkpointHash()));
    for (String other : List.of("touch=[]", TOLD.replace("}]", ", stiffness_n_per_m3: 2e7}]"))) {
      CheckpointException refusal =
          assertThrows(
              CheckpointException.class,
              () ->
                  CheckpointEvaluation.run(
                      runs().settings(other), SmallRuns.folder(first).checkpoint()));
      String said = String.valueOf(refusal.getMessage());
      assertTrue(said.contains("found ["), said);
      assertTrue(said.contains("touch.left_pad.normal@"), said);
      assertTrue(said.contains("touch decide them"), said);
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
        "touch=[{shows: picture, policy_gets: sums}] | policy_gets: expected nothing of a picture",
        "task=reach | touch: expected a task with a gripper in mujoco",
      })
  void whatCannotBeFeltIsRefused(String setting, String expected) {
    var error = assertThrows(RuntimeException.class, () -> Tasks.create(runs().settings(setting)));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }
}
