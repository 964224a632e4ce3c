package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.simbridge.world.Box;
import dev.tandem.simbridge.world.Obstacle;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Puts a scene's boxes where they are said to be, in the state of a model of the scene. */
final class MovedBoxes {
  private final List<Obstacle> obstacles;
  private final MemorySegment positions;
  private final int[] mocap;

  MovedBoxes(MujocoState state, List<Obstacle> obstacles) {
    MujocoModel model = state.model();
    int[] mocapOfBody = model.integers("body_mocapid", model.count("nbody"));
    this.obstacles = obstacles;
    this.positions = state.numbers("mocap_pos", 3L * model.count("nmocap"));
    this.mocap = new int[obstacles.size()];
    for (int i = 0; i < mocap.length; i++) {
      if (obstacles.get(i) instanceof Box) {
        mocap[i] = mocapOfBody[model.id(MujocoModel.Kind.BODY, SceneText.obstacle(i))];
      }
    }
  }

  void put() {
    for (int i = 0; i < mocap.length; i++) {
      if (obstacles.get(i) instanceof Box box) {
        for (int k = 0; k < 3; k++) {
          positions.setAtIndex(JAVA_DOUBLE, 3L * mocap[i] + k, box.center(k));
        }
      }
    }
  }
}
