package dev.tandem.runtime.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenImagesTest {
  private final LoopRig rig = new LoopRig();

  @Test
  void aTickSaysWhenTheImagesThatItSawWereTaken() {
    rig.ticks(1);
    assertArrayEquals(new long[] {-1}, rig.sink.record.imageStamps);
    rig.camera.stampNanos = 700;
    rig.ticks(2);
    assertArrayEquals(new long[] {700}, rig.sink.record.imageStamps);
  }

  @Test
  void anImageGoesWithTheFirstTickThatSawItAndWithNoOther() {
    rig.ticks(2);
    rig.camera.stampNanos = 0;
    rig.camera.grey = 5;
    rig.ticks(3);
    rig.camera.stampNanos = 900;
    rig.camera.grey = 200;
    rig.ticks(2);
    assertEquals(List.of("tick 2 saw 5 of slot 0", "tick 5 saw 200 of slot 0"), rig.sink.frames);
  }
}
