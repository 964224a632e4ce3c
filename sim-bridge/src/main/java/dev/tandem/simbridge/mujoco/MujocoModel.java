package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A compiled model. Nothing changes it but {@link MujocoPhysics} and {@link MujocoLook}, for a
 * world that has one of its own, so that any number of states on any threads share it. Freed when
 * closed, or when nobody has it any more.
 */
public final class MujocoModel implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int WORDS_BYTES = 1000;

  /**
   * That a state has for its steps, 4 MB: a stack that is too small for what touches each other at
   * once ends the process, and is known too late.
   */
  private static final int LEAST_STACK_NUMBERS = 1 << 19;

  private final Mujoco library;
  private final String name;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment struct;
  private final Cleaner.Cleanable memory;

  /** What can have a name in a model. */
  enum Kind {
    BODY,
    JOINT,
    GEOM,
    SITE,
    CAMERA,
    ACTUATOR;

    String field() {
      return "mjOBJ_" + name();
    }
  }

  private MujocoModel(Mujoco library, String name, MemorySegment loaded) {
    this.library = library;
    this.name = name;
    this.struct = owned(library, loaded, arena);
    struct.set(JAVA_INT, at("nstack"), Math.max(count("nstack"), LEAST_STACK_NUMBERS));
    this.memory = CLEANER.register(this, arena::close);
  }

  /** Whoever uses the memory after it was freed gets an exception, not a crash. */
  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  private static MemorySegment owned(Mujoco library, MemorySegment loaded, Arena arena) {
    return loaded.reinterpret(
        library.layout().at("mjModel"), arena, library.functions()::deleteModel);
  }

  /** One more of the same figures, whose changes are its own. */
  MujocoModel copy() {
    return new MujocoModel(
        library, name, new RenderFunctions(library.functions()).copyModel(struct));
  }

  /**
   * Loads MJCF or URDF.
   *
   * @throws ModelException with the file and MuJoCo's words
   */
  public static MujocoModel load(Mujoco library, Path file) {
    return load(library, file, file.toString());
  }

  /** The same under the name that messages say. */
  static MujocoModel load(Mujoco library, Path file, String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocate(WORDS_BYTES);
      MemorySegment loaded =
          library.functions().loadXml(arena.allocateFrom(file.toString()), words);
      if (loaded.address() == 0) {
        throw new ModelException(name, words.getString(0));
      }
      return new MujocoModel(library, name, loaded);
    }
  }

  Mujoco library() {
    return library;
  }

  MemorySegment struct() {
    return struct;
  }

  /** Positions: one for a hinge or slide, 4 for a ball, 7 for a free body. */
  public int positions() {
    return count("nq");
  }

  /** Degrees of freedom. */
  public int speeds() {
    return count("nv");
  }

  /** Of the actuators. */
  public int controls() {
    return count("nu");
  }

  public int sensorValues() {
    return count("nsensordata");
  }

  public double timestepSeconds() {
    return struct.get(JAVA_DOUBLE, at("opt.timestep"));
  }

  /** A size, such as {@code nq}. */
  int count(String field) {
    return struct.get(JAVA_INT, at(field));
  }

  /** The first {@code count} numbers of an array. */
  double[] numbers(String field, int count) {
    return figures(field, count).toArray(JAVA_DOUBLE);
  }

  /** The same, to be changed by who alone has this model; lives as long as the model. */
  MemorySegment figures(String field, int count) {
    return array(field, count * JAVA_DOUBLE.byteSize());
  }

  /** The same of an array of floats. */
  MemorySegment floats(String field, int count) {
    return array(field, count * JAVA_FLOAT.byteSize());
  }

  /** The first {@code count} whole numbers of an array. */
  int[] integers(String field, int count) {
    return array(field, count * JAVA_INT.byteSize()).toArray(JAVA_INT);
  }

  @SuppressWarnings("restricted")
  private MemorySegment array(String field, long bytes) {
    return struct.get(ADDRESS, at(field)).reinterpret(bytes, arena, null);
  }

  /** Where the numbers begin that are part of the model itself, not of an array. */
  MemorySegment inPlace(String field, int count) {
    return struct.asSlice(at(field), count * JAVA_DOUBLE.byteSize());
  }

  /** The same of floats. */
  MemorySegment floatsInPlace(String field, int count) {
    return struct.asSlice(at(field), count * JAVA_FLOAT.byteSize());
  }

  private int at(String field) {
    return library.layout().at("mjModel." + field);
  }

  /** Throws {@link ModelException} when nothing of this kind has the name. */
  int id(Kind kind, String wanted) {
    try (Arena arena = Arena.ofConfined()) {
      int code = library.layout().at(kind.field());
      int id = library.functions().nameToId(struct, code, arena.allocateFrom(wanted));
      if (id < 0) {
        String what = kind.name().toLowerCase(Locale.ROOT);
        throw new ModelException(name, "expected a " + what + " named " + wanted + ", found none");
      }
      return id;
    }
  }

  /** Where the numbers of a joint begin among those of all; throws as {@link #id}. */
  int positionOf(String joint) {
    int id = id(Kind.JOINT, joint);
    return integers("jnt_qposadr", id + 1)[id];
  }

  /** That the file lacks something. */
  ModelException refusal(String expected, String found) {
    return new ModelException(name, "expected " + expected + ", found " + found);
  }

  @Override
  public void close() {
    memory.clean();
  }
}
