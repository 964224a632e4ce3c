package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.BodyWorld.Observed;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The channels of a state whose body may be any. One thread. */
final class BodyObservation {
  private static final int AXES = 3;
  private static final int SPATIAL = 6;
  private static final int INERTIA = 10;

  private final MujocoState state;
  private final Functions functions;
  private final SignalSpec spec;
  private final int positions;
  private final int speeds;
  private final double[] masses;
  private final double massKg;
  private final MemorySegment middles;
  private final MemorySegment[] more;
  private final int[] counts;
  private final boolean byMass;
  private final boolean feels;

  /**
   * Of positions, speeds, where it is, and more.
   *
   * @param byMass whether it is where its middle of mass is, not its first position
   */
  BodyObservation(MujocoState state, boolean byMass, List<Observed> more) {
    MujocoModel model = state.model();
    int bodies = model.count("nbody");
    this.state = state;
    this.functions = model.library().functions();
    this.positions = model.positions();
    this.speeds = model.speeds();
    this.byMass = byMass;
    this.feels = more.contains(Observed.CONTACT_FORCE);
    this.masses = model.numbers("body_mass", bodies);
    this.massKg = Arrays.stream(masses).sum();
    this.middles = state.numbers("xipos", (long) AXES * bodies);
    this.more = new MemorySegment[more.size()];
    this.counts = new int[more.size()];
    List<Channel> channels = new ArrayList<>(SignalSpec.block("q", "1", positions));
    channels.addAll(SignalSpec.block("qd", "1/s", speeds));
    channels.addAll(SignalSpec.block("forward", "m", 1));
    channels.addAll(SignalSpec.block("diverged", "1", 1));
    for (int i = 0; i < counts.length; i++) {
      Observed what = more.get(i);
      counts[i] = count(what, bodies, speeds);
      this.more[i] = state.numbers(field(what), counts[i]);
      String name = what.name().toLowerCase(Locale.ROOT);
      channels.addAll(SignalSpec.block(name, "1", counts[i]));
    }
    this.spec = new SignalSpec("body", channels);
  }

  private static int count(Observed what, int bodies, int speeds) {
    return switch (what) {
      case INERTIA -> INERTIA * bodies;
      case BODY_SPEED, CONTACT_FORCE -> SPATIAL * bodies;
      case DRIVE_FORCE -> speeds;
    };
  }

  private static String field(Observed what) {
    return switch (what) {
      case INERTIA -> "cinert";
      case BODY_SPEED -> "cvel";
      case DRIVE_FORCE -> "qfrc_actuator";
      case CONTACT_FORCE -> "cfrc_ext";
    };
  }

  SignalSpec spec() {
    return spec;
  }

  /** The channel that its world writes: whether it has diverged. */
  @HotPath
  int diverged() {
    return positions + speeds + 1;
  }

  /** What MuJoCo derives of a state is that of the step's beginning, as Gymnasium reads it. */
  @HotPath
  void write(MutableObservation to) {
    int at = copy(state.positions(), positions, to, 0);
    at = copy(state.speeds(), speeds, to, at);
    to.set(at, byMass ? middleOfMass() : to.get(0));
    at = diverged() + 1;
    if (feels) {
      functions.forcesOnBodies(state.model().struct(), state.struct());
    }
    for (int i = 0; i < counts.length; i++) {
      at = copy(more[i], counts[i], to, at);
    }
  }

  /** Whether a position or speed is farther from zero than {@code limit}, or NaN. */
  @HotPath
  boolean isBeyond(double limit) {
    return isBeyond(state.positions(), positions, limit) || isBeyond(state.speeds(), speeds, limit);
  }

  @HotPath
  private static boolean isBeyond(MemorySegment numbers, int count, double limit) {
    for (int i = 0; i < count; i++) {
      if (!(Math.abs(numbers.getAtIndex(JAVA_DOUBLE, i)) <= limit)) {
        return true;
      }
    }
    return false;
  }

  @HotPath
  private static int copy(MemorySegment from, int count, MutableObservation to, int at) {
    for (int i = 0; i < count; i++) {
      to.set(at + i, from.getAtIndex(JAVA_DOUBLE, i));
    }
    return at + count;
  }

  @HotPath
  private double middleOfMass() {
    double moment = 0;
    for (int i = 0; i < masses.length; i++) {
      moment += masses[i] * middles.getAtIndex(JAVA_DOUBLE, (long) AXES * i);
    }
    return moment / massKg;
  }
}
