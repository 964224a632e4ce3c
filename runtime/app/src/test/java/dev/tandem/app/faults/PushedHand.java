package dev.tandem.app.faults;

import dev.tandem.app.robot.LinkFigures;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.RobotFile;
import dev.tandem.runtime.model.RobotModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody pushes the hand sideways with a force, as long as the fault lasts, towards a ball beside
 * it that is kept out.
 */
final class PushedHand implements Injection {
  private static final int ALONG_Y = 1;
  private static final double RADIUS_M = 0.05;

  /** 6 cm of free way from the circle that the tool goes round. */
  private static final List<Double> BALL = List.of(0.474, 0.274, 0.226);

  private final double newtons;
  private final RobotModel model = FaultRig.LIMITS.model();
  private final double[] q = new double[model.joints()];
  private final double[] jacobian = new double[6 * q.length];

  PushedHand(double newtons) {
    this.newtons = newtons;
  }

  @Override
  public Robot limits() {
    RobotFile file = FaultRig.LIMITS.file();
    LinkFigures links = file.links();
    List<LinkFigures.Volume> volumes = new ArrayList<>(links.keepOutCapsules());
    volumes.add(new LinkFigures.Volume("ball", BALL, BALL, RADIUS_M));
    RobotFile with =
        new RobotFile(
            file.robot(),
            file.joints(),
            file.tool(),
            new LinkFigures(
                links.capsules(),
                links.apart(),
                links.keepOutBoxes(),
                volumes,
                links.brakingMPerS2(),
                links.offsetMPerS(),
                links.marginMetres()),
            file.setPoint(),
            file.reduced(),
            file.impedance(),
            file.operationalSpace(),
            file.brake(),
            file.authority(),
            file.monitors());
    return new Robot(
        FaultRig.LIMITS.settings(),
        with,
        FaultRig.LIMITS.text(),
        List.of(),
        FaultRig.LIMITS.limited());
  }

  @Override
  public void begin(FaultRig rig) {
    push(rig, newtons);
  }

  @Override
  public void again(FaultRig rig) {
    push(rig, newtons);
  }

  @Override
  public void end(FaultRig rig) {
    push(rig, 0);
  }

  private void push(FaultRig rig, double forceN) {
    for (int i = 0; i < q.length; i++) {
      q[i] = rig.record.observation[rig.at("q." + i)];
    }
    model.update(q, 0);
    model.jacobian(jacobian);
    for (int i = 0; i < q.length; i++) {
      rig.push(i, forceN * jacobian[q.length * ALONG_Y + i]);
    }
  }
}
