package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.world.TableScene;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DarkroomTest {
  /** One that works, and counts how often it was closed. */
  private static final class Counted extends OpenGlContext {
    private final OpenGlContext real = OpenGlContext.open();
    private int closed;

    Counted() {
      super("libc.so.6");
    }

    @Override
    String describe() {
      return real.describe();
    }

    @Override
    public void close() {
      closed++;
      real.close();
    }
  }

  /** MuJoCo takes what it does not know for its own off screen buffer. */
  private static Mujoco thatAsksForAnother() {
    Mujoco library = Natives.mujoco();
    Map<String, Integer> offsets = new HashMap<>(library.layout().offsets());
    offsets.put("mjFB_OFFSCREEN", 2);
    return library.with(new Layout(offsets));
  }

  @Test
  void whereItCannotRenderOffScreenTheContextIsClosed() {
    Natives.requireRendering(() -> OpenGlContext.open().close());
    try (MujocoModel model = ModelSource.of(TableScene.CUBE).load(thatAsksForAnother());
        MujocoState state = new MujocoState(model)) {
      Counted context = new Counted();
      var error =
          assertThrows(
              RenderingUnavailableException.class, () -> new Darkroom(state, context).close());
      String words = String.valueOf(error.getMessage());
      assertTrue(words.contains("OpenGL cannot render off screen"), words);
      assertEquals(1, context.closed);
    }
  }
}
