package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.BodyWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whatever body a model file has. It is stepped as MuJoCo steps by itself, with the file's own
 * integrator, until it diverges: then it stays as it was seen last. One thread.
 */
public final class MujocoBody extends MujocoWorld implements BodyWorld {
  /** In metres, rad, or either a second; a body that means something is nearer and slower. */
  private static final double BEYOND = 1e6;

  private final MujocoPhysics physics;
  private final BodyObservation observed;
  private final MutableObservation seen;
  private final MemorySegment pushes;
  private final PhysicsSteps steps;
  private final SignalSpec command;
  private final double[] start;
  private final double[] rest;
  private final double[] wanted;
  private boolean diverged;

  /**
   * Loads MJCF or URDF.
   *
   * @param byMass whether forward is where the middle of mass is, not the first joint
   * @param more what is observed, in this order
   * @throws ModelException with the file and MuJoCo's words, or what the file lacks
   */
  public MujocoBody(Mujoco library, Path file, boolean byMass, List<Observed> more) {
    this(load(library, file), byMass, more);
  }

  private MujocoBody(MujocoModel model, boolean byMass, List<Observed> more) {
    this(BodyDrives.of(model), new MujocoState(model), byMass, more);
  }

  private MujocoBody(SignalSpec command, MujocoState state, boolean byMass, List<Observed> more) {
    super(state);
    this.command = command;
    this.physics = new MujocoPhysics(state, Set.of());
    this.observed = new BodyObservation(state, byMass, more);
    this.seen = new MutableObservation(observed.spec());
    this.pushes = state.numbers("qfrc_applied", model().speeds());
    this.steps = new PhysicsSteps(model().timestepSeconds());
    this.start = state.positions().toArray(JAVA_DOUBLE);
    this.rest = new double[model().speeds()];
    this.wanted = new double[model().controls()];
    reset(0);
  }

  private static MujocoModel load(Mujoco library, Path file) {
    MujocoModel model = MujocoModel.load(library, file);
    double seconds = model.timestepSeconds();
    if (!PhysicsSteps.canBeTicked(seconds)) {
      model.close();
      throw model.refusal("a timestep of whole nanoseconds, from 1e-6 to 1 s", seconds + " s");
    }
    return model;
  }

  @Override
  public SignalSpec observationSpec() {
    return observed.spec();
  }

  @Override
  public SignalSpec commandSpec() {
    return command;
  }

  @Override
  public double timestepSeconds() {
    return model().timestepSeconds();
  }

  @Override
  public double[] startPositions() {
    return start.clone();
  }

  @Override
  public int speeds() {
    return rest.length;
  }

  @Override
  public List<Integer> positionsOf(String joint) {
    MujocoModel model = model();
    int wanted = model.id(MujocoModel.Kind.JOINT, joint);
    int joints = model.count("njnt");
    int[] first = model.integers("jnt_qposadr", joints);
    int after = wanted + 1 < joints ? first[wanted + 1] : model.positions();
    return IntStream.range(first[wanted], after).boxed().toList();
  }

  /** As the model has it, whatever the seed. */
  @Override
  public void reset(long seed) {
    place(start, rest);
  }

  @Override
  public void place(double[] positions, double[] speeds) {
    state().reset();
    MemorySegment.copy(positions, 0, state().positions(), JAVA_DOUBLE, 0, start.length);
    MemorySegment.copy(speeds, 0, state().speeds(), JAVA_DOUBLE, 0, rest.length);
    state().stepToForces();
    diverged = hasDiverged();
    observed.write(seen);
  }

  /** The whole body's masses are its links'; nothing is a load. */
  @Override
  public void adjust(PhysicsScales scales) {
    physics.apply(scales);
    state().stepToForces();
  }

  /** All positions, those of its root too; it is as fast as before. */
  @Override
  public void displace(double[] offsets) {
    double[] moved = state().positions().toArray(JAVA_DOUBLE);
    for (int i = 0; i < moved.length; i++) {
      moved[i] += offsets[i];
    }
    place(moved, state().speeds().toArray(JAVA_DOUBLE));
  }

  @Override
  @HotPath
  public void push(double[] forces) {
    MemorySegment.copy(forces, 0, pushes, JAVA_DOUBLE, 0, forces.length);
  }

  /** {@code dtSeconds} is a multiple of the model's step. */
  @Override
  @HotPath
  public void step(Command drives, double dtSeconds) {
    drives.copyTo(wanted, 0);
    advance(dtSeconds);
  }

  /** It goes limp: what stands on its own feet cannot be held. */
  @Override
  @HotPath
  public void brake(double dtSeconds) {
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = 0;
    }
    advance(dtSeconds);
  }

  @HotPath
  private void advance(double dtSeconds) {
    state().control(wanted, 0);
    int count = steps.in(dtSeconds);
    for (int i = 0; i < count && !diverged; i++) {
      state().step();
      diverged = hasDiverged();
    }
  }

  @HotPath
  private boolean hasDiverged() {
    return state().hasDiverged() || observed.isBeyond(BEYOND);
  }

  @Override
  @HotPath
  public void observe(MutableObservation to) {
    if (!diverged) {
      observed.write(seen);
    }
    for (int i = 0; i < seen.size(); i++) {
      to.set(i, seen.get(i));
    }
    to.set(observed.diverged(), diverged ? 1 : 0);
  }
}
