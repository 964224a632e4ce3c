package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/** MuJoCo's functions that draw, and what they need. On the thread of an {@link OpenGlContext}. */
final class RenderFunctions {
  /** Left, bottom, width and height. */
  static final StructLayout RECTANGLE =
      MemoryLayout.structLayout(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

  private static final MethodHandle ON_ONE = Functions.handle(FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle MAKE =
      Functions.handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle SELECT =
      Functions.handle(FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS));
  private static final MethodHandle UPDATE =
      Functions.handle(
          FunctionDescriptor.ofVoid(
              ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle RENDER =
      Functions.handle(FunctionDescriptor.ofVoid(RECTANGLE, ADDRESS, ADDRESS));
  private static final MethodHandle READ =
      Functions.handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, RECTANGLE, ADDRESS));

  private static final MethodHandle COPY =
      Functions.handle(FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
  private static final MethodHandle DERIVE =
      Functions.handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));

  private final Functions functions;

  RenderFunctions(Functions functions) {
    this.functions = functions;
  }

  MemorySegment copyModel(MemorySegment model) {
    try {
      return (MemorySegment)
          COPY.invokeExact(functions.symbol("mj_copyModel"), MemorySegment.NULL, model);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  /** Derives from positions where bodies, cameras and lights are; no forces, no time goes by. */
  void derivePlaces(MujocoState state) {
    derive("mj_kinematics", state);
    derive("mj_comPos", state);
    derive("mj_camlight", state);
  }

  private void derive(String name, MujocoState state) {
    try {
      DERIVE.invokeExact(functions.symbol(name), state.model().struct(), state.struct());
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  /** Calls a function of one struct, such as those that write defaults and those that free. */
  void call(String name, MemorySegment struct) {
    try {
      ON_ONE.invokeExact(functions.symbol(name), struct);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  /** Calls a function that makes something for a model, with one number more. */
  void make(String name, MemorySegment model, MemorySegment struct, int number) {
    try {
      MAKE.invokeExact(functions.symbol(name), model, struct, number);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  void setBuffer(int buffer, MemorySegment context) {
    try {
      SELECT.invokeExact(functions.symbol("mjr_setBuffer"), buffer, context);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  /** Fills the abstract scene with what the camera may see. */
  void updateScene(
      MujocoState state, MemorySegment option, MemorySegment camera, int kinds, MemorySegment to) {
    try {
      UPDATE.invokeExact(
          functions.symbol("mjv_updateScene"),
          state.model().struct(),
          state.struct(),
          option,
          MemorySegment.NULL,
          camera,
          kinds,
          to);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  void render(MemorySegment viewport, MemorySegment scene, MemorySegment context) {
    try {
      RENDER.invokeExact(functions.symbol("mjr_render"), viewport, scene, context);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }

  /** Three bytes a pixel, rows from the bottom. */
  void readPixels(MemorySegment rgb, MemorySegment viewport, MemorySegment context) {
    try {
      READ.invokeExact(
          functions.symbol("mjr_readPixels"), rgb, MemorySegment.NULL, viewport, context);
    } catch (Throwable e) {
      throw Functions.broken(e);
    }
  }
}
