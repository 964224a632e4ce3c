package dev.tandem.app.identify;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.controllers.identify.ArmIdentification;
import dev.tandem.controllers.identify.ArmMotion;
import dev.tandem.controllers.identify.ExcitationDesign;
import dev.tandem.controllers.identify.ExcitationLimits;
import dev.tandem.controllers.identify.IdentifiedArm;
import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.safety.filter.WorkspaceBox;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.SplittableRandom;

/**
 * Excites an arm and finds out what its model does not know.
 *
 * @param arm what was found
 * @param condition number of the equations of the excitation
 * @param changedTicks in which safety filters changed what the drives were told
 * @param ticks of the whole motion
 */
public record Identification(IdentifiedArm arm, double condition, int changedTicks, int ticks) {
  private static final double MAX_SPEED_RAD_PER_S = 1.5;
  private static final double MAX_ACCELERATION_RAD_PER_S2 = 8;
  private static final double BOX_MARGIN_METRES = 0.06;

  /** Nothing that lies on the table is touched. */
  private static final double[] FREE_MIN_METRES = {0.2, -0.45, 0.18};

  private static final double[] FREE_MAX_METRES = {0.75, 0.45, 0.9};

  /**
   * How.
   *
   * @param seconds of excitation
   * @param baseHz frequency of the first harmonic
   * @param harmonics of each joint
   * @param amplitude share of the way to each limit
   * @param estimation how to look at what came of it
   */
  public record Plan(
      double seconds,
      double baseHz,
      int harmonics,
      double amplitude,
      ArmIdentification.Config estimation) {}

  /**
   * In the world that the settings describe, drawn by their seed.
   *
   * @throws StoppedExcitationException when the safety chain stopped the arm
   * @throws IllegalArgumentException when the plan cannot be carried out
   */
  public static Identification of(RunSettings settings, Plan plan)
      throws StoppedExcitationException {
    SimulatedTask task = Tasks.create(settings);
    try {
      task.reset(settings.seed());
      return of(Robot.of(settings).accepted(), task, plan, settings.seed());
    } finally {
      task.simulator().close();
    }
  }

  /** The same in a world that stands already. */
  static Identification of(Robot robot, SimulatedTask task, Plan plan, long seed)
      throws StoppedExcitationException {
    ExcitationDesign.Chosen chosen =
        new ExcitationDesign(robot.limited(), limits(robot, plan.amplitude()), wish(task, plan))
            .choose(new SplittableRandom(seed));
    ExcitationRun run = new ExcitationRun(robot, task, chosen.excitation());
    ArmMotion motion = run.run();
    IdentifiedArm arm = ArmIdentification.of(robot.limited(), motion, plan.estimation());
    return new Identification(arm, chosen.condition(), run.changedTicks(), motion.q().length);
  }

  private static ExcitationDesign.Wish wish(SimulatedTask task, Plan plan) {
    MutableObservation now = new MutableObservation(task.simulator().observationSpec());
    task.simulator().observe(now);
    Block positions = task.simulator().observationSpec().block("q");
    double[] startRad = new double[positions.size()];
    for (int i = 0; i < startRad.length; i++) {
      startRad[i] = now.get(positions.offset() + i);
    }
    return new ExcitationDesign.Wish(
        startRad, Arm7.homeRad(), plan.baseHz(), plan.harmonics(), plan.seconds());
  }

  private static ExcitationLimits limits(Robot robot, double amplitude) {
    WorkspaceBox box = robot.monitors().tool().workspace();
    double[] min = FREE_MIN_METRES.clone();
    double[] max = FREE_MAX_METRES.clone();
    for (int axis = 0; axis < min.length; axis++) {
      min[axis] = Math.max(min[axis], box.minMetres()[axis] + BOX_MARGIN_METRES);
      max[axis] = Math.min(max[axis], box.maxMetres()[axis] - BOX_MARGIN_METRES);
    }
    return new ExcitationLimits(
        amplitude, MAX_SPEED_RAD_PER_S, MAX_ACCELERATION_RAD_PER_S2, min, max);
  }
}
