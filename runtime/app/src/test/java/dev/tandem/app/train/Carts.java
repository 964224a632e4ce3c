package dev.tandem.app.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cart on a rail, pushed by one motor against some friction; drawn back it must turn round. */
public final class Carts {
  private Carts() {}

  /** Writes one whose motor has this much force at full power, N. */
  public static Path file(Path folder, double gear) throws IOException {
    return Files.writeString(
        folder.resolve("cart.xml"),
        """
        <mujoco>
          <option timestep="0.01" gravity="0 0 0"/>
          <worldbody>
            <camera name="track" pos="0 -3 0" xyaxes="1 0 0 0 0 1"/>
            <body>
              <joint name="x" type="slide" axis="1 0 0" damping="2"/>
              <geom size="0.1" mass="1"/>
            </body>
          </worldbody>
          <actuator><motor joint="x" gear="%s" ctrlrange="-1 1" ctrllimited="true"/></actuator>
        </mujoco>
        """
            .formatted(gear));
  }

  /** Of a small run with it. */
  public static String[] settings(Path file) {
    return new String[] {
      "task=locomotion",
      "simulator=mujoco",
      "locomotion.model='" + file + "'",
      "locomotion.hidden_positions=0",
      "locomotion.horizon_steps=40",
      "locomotion.healthy_reward=0",
      "locomotion.healthy_most_state=.inf",
      "demos.episodes=0",
      "person.corrects=false",
      "learner.algorithm=sac",
      "learner.engine=jvm",
      "learner.hidden=[16, 16]",
      "learner.batch_size=32",
      "learner.start_steps=80",
      "learner.threads=1",
      "evaluation.episodes=2"
    };
  }
}
