package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.management.ThreadMXBean;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class BenchRobotTest {
  private static final double[] HOME_RAD = Arm7.homeRad();
  private static final int JOINTS = HOME_RAD.length;
  private static final SignalSpec OBSERVATION =
      Tasks.create("peg-insert", "plant").observationSpec();
  private static final SignalSpec COMMAND =
      new SignalSpec("command", SignalSpec.block("torque", "Nm", 2));

  private final BenchRobot robot = new BenchRobot(OBSERVATION, COMMAND);
  private final MutableObservation observation = new MutableObservation(OBSERVATION);
  private final MutableTick tick = new MutableTick(1_000_000);

  @Test
  void swingsAboutItsHomeWithTheSpeedThatFitsTheSwing() {
    double lastRad = sample(0);
    for (int index = 1; index < 5_000; index++) {
      double qRad = sample(index);
      assertEquals(HOME_RAD[0], qRad, 0.1);
      assertEquals(HOME_RAD[1], observation.get(1), 0.1);
      assertEquals((qRad - lastRad) * 1e3, observation.get(JOINTS), 1e-3);
      assertNotEquals(lastRad, qRad);
      lastRad = qRad;
    }
  }

  @Test
  void itsToolIsWhereTheArmsIsAtHome() {
    sample(0);
    double[] tool = new double[16];
    ChainModel model = new ChainModel(Arm7.chain());
    model.update(HOME_RAD, 0);
    model.toolInBase(tool);
    assertEquals(tool[3], observation.get(OBSERVATION.indexOf("tool.0")));
    assertEquals(tool[11], observation.get(OBSERVATION.indexOf("tool.2")));
  }

  @Test
  void doesNotMindBeingMadeSafe() {
    assertEquals(IoStatus.OK, robot.makeSafe(tick));
    assertEquals(COMMAND, robot.spec());
  }

  @Test
  void samplesWithoutAllocating() {
    for (int i = 0; i < 20_000; i++) {
      sample(i);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 20_000; i++) {
      sample(i);
    }
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 20_000);
  }

  /** The first joint's place in rad, after so many ticks. */
  private double sample(int index) {
    tick.set(index, index * tick.periodNanos(), 0);
    assertEquals(IoStatus.OK, robot.sample(tick, observation));
    return observation.get(0);
  }
}
