package dev.tandem.simbridge.task;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.CubeChannels;
import dev.tandem.simbridge.world.CubeWorld;
import dev.tandem.simbridge.world.PhysicsScales;
import java.util.Set;

/** A cube's world without physics: what a test writes is what is observed. */
final class HandWrittenCube implements CubeWorld {
  double[] armRad = new double[7];
  double[] tool = new double[3];
  double[] toolVelocity = new double[3];
  double[] cube = new double[3];
  double closed;

  private final CubeChannels channels = new CubeChannels(Arm7.withGripper());

  MutableObservation observed() {
    MutableObservation to = new MutableObservation(channels.observation());
    observe(to);
    return to;
  }

  @Override
  public void place(double[] rad, double cubeXMetres, double cubeYMetres) {
    armRad = rad.clone();
    placeCube(cubeXMetres, cubeYMetres, CUBE_HALF_METRES);
  }

  @Override
  public void placeCube(double xMetres, double yMetres, double zMetres) {
    cube = new double[] {xMetres, yMetres, zMetres};
  }

  @Override
  public void observe(MutableObservation to) {
    channels.writeArm(to, armRad, new double[7], new double[7], tool, toolVelocity);
    channels.writeCube(to, closed, 0.08 * (1 - closed), cube);
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
