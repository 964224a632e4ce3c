package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.simbridge.world.PhysicsScales;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The figures of a model that one world has for itself, scaled from what its file says. What MuJoCo
 * derives from them is derived anew, which overwrites the state. One thread.
 */
final class MujocoPhysics {
  private static final int AXES = 3;

  private final MujocoState state;
  private final Set<Integer> loads;
  private final List<Figures> scaled = new ArrayList<>();

  /** Numbers of the model, as its file says them and where they are. */
  private record Figures(MemorySegment now, double[] nominal, Scale scale) {
    Figures(MemorySegment now, Scale scale) {
      this(now, now.toArray(JAVA_DOUBLE), scale);
    }

    void apply(PhysicsScales scales) {
      for (int i = 0; i < nominal.length; i++) {
        now.setAtIndex(JAVA_DOUBLE, i, nominal[i] * scale.of(scales, i));
      }
    }
  }

  /** By what the i-th number is multiplied. */
  private interface Scale {
    double of(PhysicsScales scales, int index);
  }

  /**
   * For a world with a model of its own.
   *
   * @param loads bodies that are not the arm's
   */
  MujocoPhysics(MujocoState state, Set<Integer> loads) {
    MujocoModel model = state.model();
    int bodies = model.count("nbody");
    int speeds = model.speeds();
    this.state = state;
    this.loads = Set.copyOf(loads);
    add(model.figures("body_mass", bodies), this::mass);
    add(
        model.figures("body_inertia", AXES * bodies),
        (scales, i) -> mass(scales, i / AXES) * inertia(scales, i / AXES));
    add(model.figures("geom_friction", AXES * model.count("ngeom")), (s, i) -> s.friction());
    add(model.figures("dof_damping", speeds), (s, i) -> s.damping());
    add(model.figures("dof_armature", speeds), (s, i) -> s.armature());
    add(model.inPlace("opt.gravity", AXES), (s, i) -> s.gravity());
  }

  private void add(MemorySegment figures, Scale scale) {
    scaled.add(new Figures(figures, scale));
  }

  private double mass(PhysicsScales scales, int body) {
    return loads.contains(body) ? scales.loadMass() : scales.mass();
  }

  private double inertia(PhysicsScales scales, int body) {
    return loads.contains(body) ? 1 : scales.inertia();
  }

  /** Where everything is stays; what was derived from it is as before until the next step. */
  void apply(PhysicsScales scales) {
    double[] positions = state.positions().toArray(JAVA_DOUBLE);
    double[] speeds = state.speeds().toArray(JAVA_DOUBLE);
    scaled.forEach(figures -> figures.apply(scales));
    state.deriveConstants();
    MemorySegment.copy(positions, 0, state.positions(), JAVA_DOUBLE, 0, positions.length);
    MemorySegment.copy(speeds, 0, state.speeds(), JAVA_DOUBLE, 0, speeds.length);
  }
}
