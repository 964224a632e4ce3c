package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.tandem.runtime.signal.ImageSpec;
import dev.tandem.runtime.signal.MutableImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What renders a state's cameras off screen. On one thread, which makes, uses and closes it. */
final class Darkroom implements AutoCloseable {
  private static final int MOST_GEOMS = 2_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final MujocoState state;
  private final Layout layout;
  private final RenderFunctions functions;
  private final EglContext egl;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment camera;
  private final MemorySegment option;
  private final MemorySegment scene;
  private final MemorySegment context;
  private final MemorySegment viewport = arena.allocate(RenderFunctions.RECTANGLE);
  private final MemorySegment rgb;
  private final byte[] fromBottom;
  private final byte[] fromTop;

  Darkroom(MujocoState state) {
    MujocoModel model = state.model();
    this.state = state;
    this.layout = model.library().layout();
    this.functions = new RenderFunctions(model.library().functions());
    this.egl = new EglContext();
    this.camera = struct("mjvCamera", "mjv_defaultCamera");
    this.option = struct("mjvOption", "mjv_defaultOption");
    this.scene = struct("mjvScene", "mjv_defaultScene");
    this.context = struct("mjrContext", "mjr_defaultContext");
    functions.make("mjv_makeScene", model.struct(), scene, MOST_GEOMS);
    functions.make("mjr_makeContext", model.struct(), context, layout.at("mjFONTSCALE_100"));
    int offScreen = layout.at("mjFB_OFFSCREEN");
    functions.setBuffer(offScreen, context);
    if (context.get(JAVA_INT, layout.at("mjrContext.currentBuffer")) != offScreen) {
      throw new RenderingUnavailableException("OpenGL cannot render off screen");
    }
    int bytes = 3 * model.count("vis.global.offwidth") * model.count("vis.global.offheight");
    this.rgb = arena.allocate(bytes);
    this.fromBottom = new byte[bytes];
    this.fromTop = new byte[bytes];
  }

  private MemorySegment struct(String name, String defaults) {
    MemorySegment struct = arena.allocate(layout.at(name), Long.BYTES);
    functions.call(defaults, struct);
    return struct;
  }

  /** As of the state's last derived positions. */
  void render(String name, MutableImage image) {
    ImageSpec spec = image.spec();
    requireFits(spec);
    camera.set(JAVA_INT, layout.at("mjvCamera.type"), layout.at("mjCAMERA_FIXED"));
    camera.set(
        JAVA_INT,
        layout.at("mjvCamera.fixedcamid"),
        state.model().id(MujocoModel.Kind.CAMERA, name));
    viewport.setAtIndex(JAVA_INT, 2, spec.width());
    viewport.setAtIndex(JAVA_INT, 3, spec.height());
    functions.updateScene(state, option, camera, layout.at("mjCAT_ALL"), scene);
    functions.render(viewport, scene, context);
    functions.readPixels(rgb, viewport, context);
    MemorySegment.copy(rgb, JAVA_BYTE, 0, fromBottom, 0, spec.bytes());
    int row = 3 * spec.width();
    for (int y = 0; y < spec.height(); y++) {
      System.arraycopy(fromBottom, (spec.height() - 1 - y) * row, fromTop, y * row, row);
    }
    image.set(Math.round(state.timeSeconds() * NANOS_PER_SECOND), fromTop, 0);
  }

  private void requireFits(ImageSpec spec) {
    int width = state.model().count("vis.global.offwidth");
    int height = state.model().count("vis.global.offheight");
    if (spec.depth() != 3 || spec.width() > width || spec.height() > height) {
      throw new IllegalArgumentException(
          "image "
              + spec.name()
              + ": expected 3 values a pixel and at most "
              + width
              + "x"
              + height
              + " pixels, found "
              + spec);
    }
  }

  @Override
  public void close() {
    functions.call("mjr_freeContext", context);
    functions.call("mjv_freeScene", scene);
    egl.close();
    arena.close();
  }
}
