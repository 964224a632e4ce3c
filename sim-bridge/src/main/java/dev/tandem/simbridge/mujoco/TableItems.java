package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.Cable;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The things of a scene and the links of its cable in a state of MuJoCo. One thread. */
final class TableItems {
  private static final int AXES = 3;
  private static final int QUATERNION = 4;

  private final MujocoState state;
  private final TableScene scene;
  private final List<String> names;
  private final int[] geoms;
  private final int[] joints;
  private final MemorySegment places;

  /** Finds bodies, joints and geoms by their names, which are the same. */
  TableItems(MujocoState state, TableScene scene) {
    MujocoModel model = state.model();
    this.state = state;
    this.scene = scene;
    this.names = new ArrayList<>(scene.things());
    for (int link = 0; link < scene.cable().links(); link++) {
      names.add("cable" + link);
    }
    this.geoms = names.stream().mapToInt(name -> model.id(MujocoModel.Kind.GEOM, name)).toArray();
    this.joints = names.stream().mapToInt(model::positionOf).toArray();
    this.places = state.numbers("geom_xpos", (long) AXES * model.count("ngeom"));
  }

  Set<Integer> bodies() {
    MujocoModel model = state.model();
    return names.stream()
        .map(name -> model.id(MujocoModel.Kind.BODY, name))
        .collect(Collectors.toSet());
  }

  /** Flat on the table, x and y of each thing, or of the cable's end. */
  void lay(double[] metres) {
    if (scene.cable().equals(Cable.NONE)) {
      for (int thing = 0; thing < joints.length; thing++) {
        put(thing, metres[2 * thing], metres[2 * thing + 1], TableWorld.BOX_HALF_METRES);
      }
      return;
    }
    double[] yaws = scene.cable().yawsRad(metres[0], metres[1]);
    for (int link = 0; link < yaws.length; link++) {
      int at = joints[scene.things().size() + link];
      double[] turn = {Math.cos(yaws[link] / 2), 0, 0, Math.sin(yaws[link] / 2)};
      for (int k = 0; k < QUATERNION; k++) {
        state.positions().setAtIndex(JAVA_DOUBLE, at + k, turn[k]);
      }
    }
  }

  /**
   * Puts a loose thing somewhere.
   *
   * @throws IllegalArgumentException when it hangs on a cable
   */
  void put(int thing, double xMetres, double yMetres, double zMetres) {
    if (!scene.cable().equals(Cable.NONE)) {
      throw new IllegalArgumentException(
          scene.things().get(thing) + ": expected a loose thing, found one that ends a cable");
    }
    state.positions().setAtIndex(JAVA_DOUBLE, joints[thing], xMetres);
    state.positions().setAtIndex(JAVA_DOUBLE, joints[thing] + 1L, yMetres);
    state.positions().setAtIndex(JAVA_DOUBLE, joints[thing] + 2L, zMetres);
  }

  @HotPath
  void observe(MutableObservation to, TableChannels channels) {
    for (int item = 0; item < geoms.length; item++) {
      for (int axis = 0; axis < AXES; axis++) {
        long at = (long) AXES * geoms[item] + axis;
        channels.writeThing(to, item, axis, places.getAtIndex(JAVA_DOUBLE, at));
      }
    }
  }
}
