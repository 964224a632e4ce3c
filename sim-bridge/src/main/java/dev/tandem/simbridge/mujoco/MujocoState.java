package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.List;

/**
 * One world of a model, at one time. One thread at a time. Freed when closed, or when nobody has it
 * any more.
 */
public final class MujocoState implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final List<String> DIVERGED =
      List.of("mjWARN_BADQPOS", "mjWARN_BADQVEL", "mjWARN_BADQACC", "mjWARN_BADCTRL");

  private final MujocoModel model;
  private final Functions functions;
  private final Arena arena;
  private final MemorySegment modelStruct;
  private final MemorySegment struct;
  private final MemorySegment positions;
  private final MemorySegment speeds;
  private final MemorySegment controls;
  private final MemorySegment sensors;
  private final int positionCount;
  private final int speedCount;
  private final int controlCount;
  private final int sensorCount;
  private final long time;
  private final long[] divergenceCounts;
  private final Cleaner.Cleanable memory;

  /** In the model's first position. */
  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  public MujocoState(MujocoModel model) {
    this.model = model;
    this.functions = model.library().functions();
    this.modelStruct = model.struct();
    this.arena = Arena.ofShared();
    Layout layout = model.library().layout();
    this.struct =
        functions
            .makeData(modelStruct)
            .reinterpret(layout.at("mjData"), arena, functions::deleteData);
    this.positionCount = model.positions();
    this.speedCount = model.speeds();
    this.controlCount = model.controls();
    this.sensorCount = model.sensorValues();
    this.positions = numbers("qpos", positionCount);
    this.speeds = numbers("qvel", speedCount);
    this.controls = numbers("ctrl", controlCount);
    this.sensors = numbers("sensordata", sensorCount);
    this.time = layout.at("mjData.time");
    this.divergenceCounts = DIVERGED.stream().mapToLong(kind -> warning(layout, kind)).toArray();
    this.memory = CLEANER.register(this, arena::close);
  }

  private static long warning(Layout layout, String kind) {
    return layout.at("mjData.warning")
        + (long) layout.at("mjWarningStat") * layout.at(kind)
        + layout.at("mjWarningStat.number");
  }

  public MujocoModel model() {
    return model;
  }

  MemorySegment struct() {
    return struct;
  }

  /** An array of numbers that is part of the state and lives as long. */
  @SuppressWarnings("restricted")
  MemorySegment numbers(String field, long count) {
    return struct
        .get(ADDRESS, offset(field))
        .reinterpret(count * JAVA_DOUBLE.byteSize(), arena, null);
  }

  private long offset(String field) {
    return model.library().layout().at("mjData." + field);
  }

  /** Back to the model's first position, at rest, with nothing derived from it yet. */
  public void reset() {
    functions.reset(modelStruct, struct);
  }

  /** Back to a key frame of the model. */
  public void resetToKey(int key) {
    if (key < 0 || key >= model.count("nkey")) {
      throw new IllegalArgumentException(
          "key: expected 0 to " + (model.count("nkey") - 1) + ", found " + key);
    }
    functions.resetToKey(modelStruct, struct, key);
  }

  /** After figures of the model have changed; the state is overwritten. */
  void deriveConstants() {
    functions.setConstants(modelStruct, struct);
  }

  /** Advances by the model's time step. */
  @HotPath
  public void step() {
    functions.step(modelStruct, struct);
  }

  /** Derives from positions and speeds all that follows from them; then forces may be set. */
  @HotPath
  void stepToForces() {
    functions.stepToForces(modelStruct, struct);
  }

  /** Advances by the model's time step after {@link #stepToForces}. */
  @HotPath
  void stepFromForces() {
    functions.stepFromForces(modelStruct, struct);
  }

  @HotPath
  public double timeSeconds() {
    return struct.get(JAVA_DOUBLE, time);
  }

  /**
   * Whether, since the last reset, a number became infinite, NaN or too large; MuJoCo goes on with
   * the first position, which means nothing.
   */
  @HotPath
  public boolean hasDiverged() {
    int counted = 0;
    for (long count : divergenceCounts) {
      counted += struct.get(JAVA_INT, count);
    }
    return counted > 0;
  }

  /** What {@link #observe} writes: positions, speeds and sensor values. */
  public int observations() {
    return model.positions() + model.speeds() + model.sensorValues();
  }

  /** Sets all controls from {@code controls[from]} on; they hold until set again. */
  @HotPath
  public void control(double[] values, int from) {
    MemorySegment.copy(values, from, controls, JAVA_DOUBLE, 0, controlCount);
  }

  /** Writes positions, speeds and sensor values to {@code values[at]} and on. */
  @HotPath
  public void observe(double[] values, int at) {
    MemorySegment.copy(positions, JAVA_DOUBLE, 0, values, at, positionCount);
    MemorySegment.copy(speeds, JAVA_DOUBLE, 0, values, at + positionCount, speedCount);
    int rest = at + positionCount + speedCount;
    MemorySegment.copy(sensors, JAVA_DOUBLE, 0, values, rest, sensorCount);
  }

  /** [{@link MujocoModel#positions}]. */
  MemorySegment positions() {
    return positions;
  }

  /** [{@link MujocoModel#speeds}]. */
  MemorySegment speeds() {
    return speeds;
  }

  /** [{@link MujocoModel#controls}]. */
  MemorySegment controls() {
    return controls;
  }

  /** [{@link MujocoModel#sensorValues}]. */
  MemorySegment sensors() {
    return sensors;
  }

  @Override
  public void close() {
    memory.clean();
  }
}
