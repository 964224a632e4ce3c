package dev.tandem.simbridge.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.sense.Sensor;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import dev.tandem.simbridge.camera.CameraConfig;
import dev.tandem.simbridge.camera.Cameras;
import dev.tandem.simbridge.camera.MeanEncoder;
import dev.tandem.simbridge.camera.NumberedWorld;
import dev.tandem.simbridge.camera.Sight;
import dev.tandem.simbridge.world.TableScene;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeltTaskTest {
  private final HandWrittenTable world = new HandWrittenTable(TableScene.CUBE);
  private final NumberedWorld eye = new NumberedWorld();
  private final SimulatedTask sighted =
      new SightedTask(
          PickCube.dense(world),
          Cameras.of(List.of(new CameraConfig(NumberedWorld.IMAGE, 1, 0)), eye));

  @AfterEach
  void close() {
    eye.close();
  }

  private static MeanEncoder encoder(List<String> names) {
    return new MeanEncoder(List.of(NumberedWorld.IMAGE), names);
  }

  @Test
  void whatIsFeltComesAfterAllThatThePolicyIsToldWithout() {
    SimulatedTask felt = new FeltTask(sighted, encoder(List.of("pad.normal", "pad.shear_x")));
    List<String> without = sighted.encoder().names();
    List<String> names = felt.encoder().names();
    assertEquals(without, names.subList(0, without.size()));
    assertEquals(
        List.of("touch.pad.normal@0123456789ab", "touch.pad.shear_x@0123456789ab"),
        names.subList(without.size(), names.size()));
    assertEquals("touch.age", last(felt));
  }

  private static String last(SimulatedTask task) {
    int size = task.observationSpec().size();
    return task.observationSpec().channel(size - 1).name();
  }

  /** Both encoders are asked, and each writes where its task looks. */
  @Test
  void aPolicyMayBothSeeAndFeel() {
    List<String> shown = SeenTask.sceneOf(sighted).shown().names();
    SimulatedTask both = new FeltTask(new SeenTask(sighted, encoder(shown)), encoder(List.of("p")));
    MutableObservation seen =
        new MutableObservation(both.observationSpec(), both.cameras().images());
    List<Sensor> sensors = both.cameras().sensors(true);
    both.cameras().begin(Sight.NOMINAL, 1);
    eye.number = 7;
    MutableTick tick = new MutableTick(1);
    tick.set(0, 1, 0);
    sensors.forEach(sensor -> sensor.sample(tick, seen));
    float[] features = new float[both.encoder().size()];
    both.encoder().encode(seen, features);
    for (int i = features.length - shown.size() - 1; i < features.length; i++) {
      assertEquals(7, features[i], both.encoder().names().get(i));
    }
    sensors.forEach(Sensor::close);
  }
}
