package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.tandem.runtime.signal.ImageSpec;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What renders a state's cameras off screen. On one thread, which makes, uses and closes it. */
final class Darkroom implements AutoCloseable {
  private static final int MOST_GEOMS = 2_000;
  private static final int RGB = 3;

  private final MujocoState state;
  private final Layout layout;
  private final RenderFunctions functions;
  private final OpenGlContext openGl;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment camera;
  private final MemorySegment option;
  private final MemorySegment scene;
  private final MemorySegment context;
  private final MemorySegment viewport = arena.allocate(RenderFunctions.RECTANGLE);
  private final MemorySegment rgb;

  Darkroom(MujocoState state) {
    this(state, OpenGlContext.open());
  }

  /** Closes {@code openGl} with itself, and when it cannot render with it. */
  Darkroom(MujocoState state, OpenGlContext openGl) {
    MujocoModel model = state.model();
    this.state = state;
    this.layout = model.library().layout();
    this.functions = new RenderFunctions(model.library().functions());
    this.openGl = openGl;
    this.camera = struct("mjvCamera", "mjv_defaultCamera");
    this.option = struct("mjvOption", "mjv_defaultOption");
    this.scene = struct("mjvScene", "mjv_defaultScene");
    this.context = struct("mjrContext", "mjr_defaultContext");
    this.rgb = arena.allocate(RGB * OffScreen.of(model).pixels());
    try {
      prepare(model);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void prepare(MujocoModel model) {
    functions.make("mjv_makeScene", model.struct(), scene, MOST_GEOMS);
    functions.make("mjr_makeContext", model.struct(), context, layout.at("mjFONTSCALE_100"));
    int offScreen = layout.at("mjFB_OFFSCREEN");
    functions.setBuffer(offScreen, context);
    if (context.get(JAVA_INT, layout.at("mjrContext.currentBuffer")) != offScreen) {
      throw new RenderingUnavailableException("OpenGL cannot render off screen");
    }
  }

  private MemorySegment struct(String name, String defaults) {
    MemorySegment struct = arena.allocate(layout.at(name), Long.BYTES);
    functions.call(defaults, struct);
    return struct;
  }

  /** As of the state's last derived places; rows from the top. */
  void render(ImageSpec spec, byte[] pixels) {
    camera.set(JAVA_INT, layout.at("mjvCamera.type"), layout.at("mjCAMERA_FIXED"));
    camera.set(
        JAVA_INT,
        layout.at("mjvCamera.fixedcamid"),
        state.model().id(MujocoModel.Kind.CAMERA, spec.name()));
    viewport.setAtIndex(JAVA_INT, 2, spec.width());
    viewport.setAtIndex(JAVA_INT, 3, spec.height());
    functions.updateScene(state, option, camera, layout.at("mjCAT_ALL"), scene);
    functions.render(viewport, scene, context);
    functions.readPixels(rgb, viewport, context);
    int row = 3 * spec.width();
    for (int y = 0; y < spec.height(); y++) {
      long fromBottom = (spec.height() - 1L - y) * row;
      MemorySegment.copy(rgb, JAVA_BYTE, fromBottom, pixels, y * row, row);
    }
  }

  @Override
  public void close() {
    functions.call("mjr_freeContext", context);
    functions.call("mjv_freeScene", scene);
    openGl.close();
    arena.close();
  }
}
