package dev.tandem.controllers;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.controllers.model.ChainModel;
import dev.tandem.controllers.model.FreeChain;
import dev.tandem.runtime.decide.Controller;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.MutableTick;
import java.util.ArrayList;
import java.util.List;

/** arm7 falling freely under a controller at 1 kHz, with a wall below if wanted. */
public final class ArmRig {
  public static final int JOINTS = 7;
  public static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", JOINTS));
  public static final SignalSpec OBSERVATION = observation();

  private static final double WALL_N_PER_M = 50_000;
  private static final double WALL_NS_PER_M = 500;

  public final ChainModel model = new ChainModel(Arm7.chain());
  public final MutableTick tick = new MutableTick(1_000_000);
  public final MutableObservation observation = new MutableObservation(OBSERVATION);
  public final MutableCommand command = new MutableCommand(COMMAND);
  public final FreeChain chain;
  public double wallHeightMetres = Double.NEGATIVE_INFINITY;
  public double wallForceN;

  private final double[] torque = new double[JOINTS];
  private final double[] jacobian = new double[6 * JOINTS];
  private final double[] tool = new double[16];

  public ArmRig(double[] q) {
    this.chain = new FreeChain(new ChainModel(Arm7.chain()), q, new double[JOINTS]);
    sense();
  }

  private static SignalSpec observation() {
    List<Channel> channels = new ArrayList<>(SignalSpec.block("q", "rad", JOINTS));
    channels.addAll(SignalSpec.block("qd", "rad/s", JOINTS));
    return new SignalSpec("arm", channels);
  }

  /** {@code size} of dx, dy, dz, drx, dry, drz. */
  public static MutableAction displacement(int size) {
    List<String> names = List.of("dx", "dy", "dz", "drx", "dry", "drz");
    List<Channel> channels =
        names.subList(0, size).stream().map(name -> new Channel(name, "m", -1, 1)).toList();
    return new MutableAction(new SignalSpec("displacement", channels));
  }

  public void sense() {
    observation.setAll(state(), 0);
  }

  private double[] state() {
    double[] state = new double[2 * JOINTS];
    System.arraycopy(chain.q, 0, state, 0, JOINTS);
    System.arraycopy(chain.qd, 0, state, JOINTS, JOINTS);
    return state;
  }

  /** Lets the controller drive for some milliseconds. */
  public void run(Controller controller, MutableAction action, int ticks) {
    for (int i = 0; i < ticks; i++) {
      sense();
      controller.update(tick, observation, action, command);
      command.copyTo(torque, 0);
      pressAgainstTheWall();
      chain.step(torque, 1e-3);
    }
    sense();
  }

  private void pressAgainstTheWall() {
    double[] height = {tool()[11]};
    model.jacobian(jacobian);
    double fallSpeed = 0;
    for (int i = 0; i < JOINTS; i++) {
      fallSpeed -= jacobian[2 * JOINTS + i] * chain.qd[i];
    }
    double depth = wallHeightMetres - height[0];
    wallForceN = depth > 0 ? Math.max(0, WALL_N_PER_M * depth + WALL_NS_PER_M * fallSpeed) : 0;
    for (int i = 0; i < JOINTS; i++) {
      torque[i] += jacobian[2 * JOINTS + i] * wallForceN;
    }
  }

  /** Tool in base now, 4x4; the same array every time. */
  public double[] tool() {
    model.update(chain.q, 0);
    model.toolInBase(tool);
    return tool;
  }

  public double[] gravityTorque() {
    double[] bias = new double[JOINTS];
    model.update(chain.q, 0);
    model.biasTorque(new double[JOINTS], 0, bias);
    return bias;
  }

  public double[] commanded() {
    double[] commanded = new double[JOINTS];
    command.copyTo(commanded, 0);
    return commanded;
  }
}
