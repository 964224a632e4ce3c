package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.List;

/** The drives of a model whose body may be any. */
final class BodyDrives {
  private static final String ACTUATORS =
      "; add an <actuator> section (a URDF cannot carry any: save it as MJCF first, as MuJoCo's"
          + " sample program compile does)";
  private static final String JOINTS = "; add a <joint> to a body and an actuator that drives it";

  private BodyDrives() {}

  /**
   * As the file's actuators take them, within their ranges.
   *
   * @throws ModelException when there are none, or one without a range; the model is closed then
   */
  static SignalSpec of(MujocoModel model) {
    try {
      return new SignalSpec("drives", channels(model));
    } catch (ModelException e) {
      model.close();
      throw e;
    }
  }

  private static List<Channel> channels(MujocoModel model) {
    if (model.controls() < 1 || model.count("njnt") < 1) {
      throw model.refusal(
          "at least one joint and one actuator",
          model.count("njnt")
              + " joints and "
              + model.controls()
              + " actuators"
              + (model.count("njnt") < 1 ? JOINTS : ACTUATORS));
    }
    double[] ranges = model.numbers("actuator_ctrlrange", 2 * model.controls());
    List<Channel> drives = new ArrayList<>();
    for (int i = 0; i < model.controls(); i++) {
      double least = ranges[2 * i];
      double most = ranges[2 * i + 1];
      if (!(least < most && least <= 0 && most >= 0)) {
        throw model.refusal(
            "a ctrlrange around 0 of every actuator, and ctrllimited",
            least + " to " + most + " of actuator " + (i + 1) + " of " + model.controls());
      }
      drives.add(new Channel("drive." + i, "1", least, most));
    }
    return drives;
  }
}
