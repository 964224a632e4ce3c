package dev.tandem.app.faults;

import dev.tandem.app.config.Configuration;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.RobotFile;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.IoStatus;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;
import dev.tandem.simbridge.fault.FaultySensor;
import java.util.List;

/** An arm that may move its tool at 0.5 m/s, does so along y, and has somebody come near. */
final class HurriedArm implements Injection {
  private static final double NEAR_METRES = 1.4;
  private static final double STEP_METRES = 0.05;

  @Override
  public Robot limits() {
    Robot shipped = FaultRig.LIMITS;
    String text =
        shipped
            .text()
            .replace("  max_speed_m_per_s: 0.25\n", "  max_speed_m_per_s: 0.5\n")
            .replace("  max_error_metres: 0.01\n", "  max_error_metres: 0.05\n")
            .replace("max_set_point_error_metres: 0.01 ", "max_set_point_error_metres: 0.1 ");
    RobotFile file =
        Configuration.complete(RobotFile.class, "hurried", text, List.of(), any -> {}).record();
    return new Robot(shipped.settings(), file, text, List.of(), shipped.limited());
  }

  @Override
  public Sensor inputs(FaultRig rig, Sensor healthy) {
    return new FaultySensor(
        healthy,
        rig.window,
        rig.channel(Channels.PERSON_DISTANCE),
        Distortion.to(NEAR_METRES),
        IoStatus.OK);
  }

  @Override
  public Policy policy(FaultRig rig, Policy healthy) {
    return new Policy() {
      @Override
      public void act(Tick tick, Observation observation, MutableAction action) {
        healthy.act(tick, observation, action);
        action.set(0, 0);
        action.set(1, STEP_METRES);
      }

      @Override
      public long version() {
        return healthy.version();
      }

      @Override
      public long decidedNanos(Tick tick) {
        return healthy.decidedNanos(tick);
      }
    };
  }
}
