package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * MuJoCo's functions. Handles are for shapes of functions, so that they are constants for the
 * compiler, whichever library is loaded. {@code mju_error} ends the process, see {@link
 * FatalError}.
 */
final class Functions {
  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle TELL = handle(FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle LOAD =
      handle(FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle MAKE = handle(FunctionDescriptor.of(ADDRESS, ADDRESS));
  private static final MethodHandle FREE = handle(FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle ADVANCE = handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
  private static final MethodHandle RESET_TO =
      handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle FIND =
      handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle MEASURE =
      handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle MEASURE_OBJECT =
      handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  private final SymbolLookup symbols;
  private final MemorySegment deleteModel;
  private final MemorySegment deleteData;
  private final MemorySegment step;
  private final MemorySegment stepToForces;
  private final MemorySegment stepFromForces;
  private final MemorySegment forcesOnBodies;
  private final MemorySegment contactForce;
  private final MemorySegment objectVelocity;

  Functions(SymbolLookup symbols) {
    this.symbols = symbols;
    this.deleteModel = symbol("mj_deleteModel");
    this.deleteData = symbol("mj_deleteData");
    this.step = symbol("mj_step");
    this.stepToForces = symbol("mj_step1");
    this.stepFromForces = symbol("mj_step2");
    this.forcesOnBodies = symbol("mj_rnePostConstraint");
    this.contactForce = symbol("mj_contactForce");
    this.objectVelocity = symbol("mj_objectVelocity");
  }

  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  static MethodHandle handle(FunctionDescriptor shape) {
    return LINKER.downcallHandle(shape);
  }

  MemorySegment symbol(String name) {
    return symbols
        .find(name)
        .orElseThrow(() -> new MujocoUnavailableException("the library has no " + name));
  }

  int version() {
    try {
      return (int) TELL.invokeExact(symbol("mj_version"));
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  MemorySegment loadXml(MemorySegment path, MemorySegment words) {
    try {
      return (MemorySegment)
          LOAD.invokeExact(
              symbol("mj_loadXML"), path, MemorySegment.NULL, words, (int) words.byteSize());
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  MemorySegment makeData(MemorySegment model) {
    try {
      return (MemorySegment) MAKE.invokeExact(symbol("mj_makeData"), model);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  void deleteModel(MemorySegment model) {
    free(deleteModel, model);
  }

  void deleteData(MemorySegment data) {
    free(deleteData, data);
  }

  private static void free(MemorySegment function, MemorySegment what) {
    try {
      FREE.invokeExact(function, what);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  void reset(MemorySegment model, MemorySegment data) {
    advance(symbol("mj_resetData"), model, data);
  }

  void resetToKey(MemorySegment model, MemorySegment data, int key) {
    try {
      RESET_TO.invokeExact(symbol("mj_resetDataKeyframe"), model, data, key);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Derives the model's constants from its figures anew; overwrites the state. */
  void setConstants(MemorySegment model, MemorySegment data) {
    advance(symbol("mj_setConst"), model, data);
  }

  /** Minus one when there is none. */
  int nameToId(MemorySegment model, int kind, MemorySegment name) {
    try {
      return (int) FIND.invokeExact(symbol("mj_name2id"), model, kind, name);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  @HotPath
  void step(MemorySegment model, MemorySegment data) {
    advance(step, model, data);
  }

  /** First half of a step: all that follows from positions and speeds. */
  @HotPath
  void stepToForces(MemorySegment model, MemorySegment data) {
    advance(stepToForces, model, data);
  }

  /** Second half of a step: forces, accelerations, new positions and speeds. */
  @HotPath
  void stepFromForces(MemorySegment model, MemorySegment data) {
    advance(stepFromForces, model, data);
  }

  /** After a step: the forces that act on the bodies from outside. */
  @HotPath
  void forcesOnBodies(MemorySegment model, MemorySegment data) {
    advance(forcesOnBodies, model, data);
  }

  private static void advance(MemorySegment function, MemorySegment model, MemorySegment data) {
    try {
      ADVANCE.invokeExact(function, model, data);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Force, then torque, in the contact's axes, of the geom that is second in it. */
  @HotPath
  void contactForce(MemorySegment model, MemorySegment data, int contact, MemorySegment result) {
    try {
      MEASURE.invokeExact(contactForce, model, data, contact, result);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** Angular, then linear velocity of an object, in the world's axes. */
  @HotPath
  void objectVelocity(
      MemorySegment model, MemorySegment data, int kind, int id, MemorySegment result) {
    try {
      MEASURE_OBJECT.invokeExact(objectVelocity, model, data, kind, id, result, 0);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  /** What was closed already is refused by the call itself; nothing else is thrown by one. */
  static IllegalStateException broken(Throwable e) {
    return e instanceof IllegalStateException closed
        ? closed
        : new IllegalStateException("a call of MuJoCo", e);
  }
}
