package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.tactile.Pad;
import dev.tandem.simbridge.tactile.Shape;
import dev.tandem.simbridge.tactile.TactileWorld;
import dev.tandem.simbridge.tactile.TouchConfig;
import dev.tandem.simbridge.tactile.TouchView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pads on the sides of boxes in a state of MuJoCo, and geoms that they may feel, as of the last
 * {@link MujocoState#stepToForces}. One thread.
 */
final class MujocoTouch implements TactileWorld, AutoCloseable {
  private static final int AXES = 3;
  private static final int ROTATION = 3;
  private static final int VELOCITY = 12;
  private static final int TURNING = 15;

  private final MujocoState state;
  private final Functions functions;
  private final int kind;
  private final MemorySegment places;
  private final MemorySegment turns;
  private final MemorySegment turningThenMoving = Arena.ofAuto().allocate(JAVA_DOUBLE, 2L * AXES);
  private final List<Pad> pads = new ArrayList<>();
  private final List<Shape> things = new ArrayList<>();
  private final int[] geoms;
  private final double[] side;
  private final double[] thickness;
  private @Nullable TouchView view;

  /**
   * Which side of a box is a pad: its columns run along the box's x, its rows along the box's z.
   *
   * @param y 1 for the side where the box's y is largest, -1 for where it is least
   */
  record PadSide(String geom, int y) {}

  MujocoTouch(MujocoState state, List<PadSide> sides, List<String> felt) {
    MujocoModel model = state.model();
    GeomShapes shapes = new GeomShapes(model);
    this.state = state;
    this.functions = model.library().functions();
    this.kind = model.library().layout().at(MujocoModel.Kind.GEOM.field());
    this.places = state.numbers("geom_xpos", (long) AXES * model.count("ngeom"));
    this.turns = state.numbers("geom_xmat", (long) AXES * AXES * model.count("ngeom"));
    this.geoms = new int[sides.size() + felt.size()];
    this.side = new double[sides.size()];
    this.thickness = new double[sides.size()];
    for (int i = 0; i < side.length; i++) {
      int geom = model.id(MujocoModel.Kind.GEOM, sides.get(i).geom());
      geoms[i] = geom;
      side[i] = sides.get(i).y();
      thickness[i] = shapes.half(geom, 1);
      pads.add(new Pad(sides.get(i).geom(), 2 * shapes.half(geom, 0), 2 * shapes.half(geom, 2)));
    }
    for (int i = 0; i < felt.size(); i++) {
      geoms[side.length + i] = model.id(MujocoModel.Kind.GEOM, felt.get(i));
      things.add(shapes.of(geoms[side.length + i]));
    }
  }

  @Override
  public List<Pad> pads() {
    return pads;
  }

  @Override
  public List<Shape> things() {
    return things;
  }

  @Override
  @HotPath
  public void copyBodies(double[] bodies) {
    for (int i = 0; i < geoms.length; i++) {
      copy(geoms[i], bodies, i * BODY);
      if (i < side.length) {
        toSurface(bodies, i * BODY, side[i] * thickness[i]);
        turn(bodies, i * BODY + ROTATION, side[i]);
      }
    }
  }

  private void copy(int geom, double[] bodies, int at) {
    MujocoModel model = state.model();
    functions.objectVelocity(model.struct(), state.struct(), kind, geom, turningThenMoving);
    MemorySegment.copy(places, JAVA_DOUBLE, (long) AXES * geom * Double.BYTES, bodies, at, AXES);
    long turn = (long) AXES * AXES * geom * Double.BYTES;
    MemorySegment.copy(turns, JAVA_DOUBLE, turn, bodies, at + ROTATION, AXES * AXES);
    for (int k = 0; k < AXES; k++) {
      bodies[at + TURNING + k] = turningThenMoving.getAtIndex(JAVA_DOUBLE, k);
      bodies[at + VELOCITY + k] = turningThenMoving.getAtIndex(JAVA_DOUBLE, AXES + k);
    }
  }

  /** From a box's middle along its y. */
  private static void toSurface(double[] bodies, int at, double metres) {
    double x = metres * bodies[at + ROTATION + 1];
    double y = metres * bodies[at + ROTATION + 4];
    double z = metres * bodies[at + ROTATION + 7];
    bodies[at] += x;
    bodies[at + 1] += y;
    bodies[at + 2] += z;
    int turning = at + TURNING;
    bodies[at + VELOCITY] += bodies[turning + 1] * z - bodies[turning + 2] * y;
    bodies[at + VELOCITY + 1] += bodies[turning + 2] * x - bodies[turning] * z;
    bodies[at + VELOCITY + 2] += bodies[turning] * y - bodies[turning + 1] * x;
  }

  /** From a box's axes to its pad's, whose z is the box's y or against it. */
  private static void turn(double[] bodies, int rotation, double side) {
    for (int row = rotation; row < rotation + AXES * AXES; row += AXES) {
      double x = bodies[row];
      double y = bodies[row + 1];
      double z = bodies[row + 2];
      bodies[row] = -side * x;
      bodies[row + 1] = z;
      bodies[row + 2] = side * y;
    }
  }

  /** The only one there is at a time. */
  TouchView view(List<TouchConfig> configs) {
    close();
    TouchView made = new TouchView(this, configs);
    view = made;
    return made;
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
