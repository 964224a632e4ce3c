package dev.tandem.simbridge.task;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.PhysicsScales;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.Set;

/** A table's world without physics: what a test writes is what is observed. */
public final class HandWrittenTable implements TableWorld {
  double[] armRad = new double[7];
  double[] tool = new double[3];
  double[] toolVelocity = new double[3];

  /** The things, then the links of the cable. */
  final double[][] things;

  double closed;

  private final int placed;
  private final TableChannels channels;

  public HandWrittenTable(TableScene scene) {
    things = new double[scene.things().size() + scene.cable().links()][3];
    placed = scene.things().size();
    channels = new TableChannels(Arm7.withGripper(), scene);
  }

  MutableObservation observed() {
    MutableObservation to = new MutableObservation(channels.observation());
    observe(to);
    return to;
  }

  @Override
  public void place(double[] rad, double... metres) {
    armRad = rad.clone();
    for (int i = 0; i < placed; i++) {
      placeThing(i, metres[2 * i], metres[2 * i + 1], BOX_HALF_METRES);
    }
  }

  @Override
  public void placeThing(int thing, double xMetres, double yMetres, double zMetres) {
    things[thing] = new double[] {xMetres, yMetres, zMetres};
  }

  @Override
  public void observe(MutableObservation to) {
    channels.writeArm(to, armRad, new double[7], new double[7], tool, toolVelocity);
    channels.writeGripper(to, closed, 0.08 * (1 - closed));
    for (int thing = 0; thing < things.length; thing++) {
      for (int axis = 0; axis < 3; axis++) {
        channels.writeThing(to, thing, axis, things[thing][axis]);
      }
    }
  }

  @Override
  public void adjust(PhysicsScales scales) {}

  @Override
  public void displace(double[] offsetRad) {
    for (int i = 0; i < armRad.length; i++) {
      armRad[i] += offsetRad[i];
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public SignalSpec observationSpec() {
    return channels.observation();
  }

  @Override
  public SignalSpec commandSpec() {
    return channels.command();
  }

  @Override
  public void reset(long seed) {}

  @Override
  public void step(Command command, double dtSeconds) {}

  @Override
  public void brake(double dtSeconds) {}

  @Override
  public void render(String camera, MutableImage image) {
    throw new UnsupportedOperationException("no camera");
  }

  @Override
  public void close() {}
}
