package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Boxes in the whole loop: controller, filters, authority, transitions. */
class ArrangeBoxesEpisodesTest {
  private final SimulatorOf boxes = SimulatorOf.create("arrange-boxes", "mujoco");
  private final List<Transition> transitions = new ArrayList<>();
  private long episode;

  @AfterEach
  void close() {
    boxes.close();
  }

  private Rig rig(Policy policy) {
    return new Rig(
        Robot.shippedFor("arrange-boxes"),
        boxes.task(),
        InterventionSource.NOBODY,
        policy,
        new UnjournaledRecording(boxes.task()));
  }

  private boolean play(Rig rig, long seed) {
    transitions.clear();
    return new EpisodeRunner(rig, () -> false, false).run(episode++, seed, transitions::add);
  }

  private Policy expert() {
    return Driver.expert(boxes.task()).policy();
  }

  @Test
  void theExpertArrangesBoxesFromAHundredStarts() {
    Rig rig = rig(expert());
    int done = 0; int steps = 0; int most = 0;
    for (long seed = 0; seed < 100; seed++) {
      boolean ok = play(rig, seed);
      if (!ok) { System.out.println("FAIL " + seed + " " + transitions.size() + " " + rig.loop().observation().get(boxes.task().observationSpec().indexOf("red.0"))+ " " + rig.loop().observation().get(boxes.task().observationSpec().indexOf("red.1"))+ " " + rig.loop().observation().get(boxes.task().observationSpec().indexOf("blue.0"))+ " " + rig.loop().observation().get(boxes.task().observationSpec().indexOf("blue.1"))+" tool "+ rig.loop().observation().get(boxes.task().observationSpec().indexOf("tool.0"))+" "+ rig.loop().observation().get(boxes.task().observationSpec().indexOf("tool.1"))+" "+ rig.loop().observation().get(boxes.task().observationSpec().indexOf("tool.2"))); }
      done += ok ? 1 : 0; steps += transitions.size(); most = Math.max(most, transitions.size());
    }
    System.out.println("done " + done + " mean " + steps / 100.0 + " most " + most);
    assertTrue(done >= 95, done + "");
  }
}
