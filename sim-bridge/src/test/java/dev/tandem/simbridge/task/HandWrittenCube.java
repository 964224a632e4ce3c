package dev.tandem.simbridge.task;

import dev.tandem.controllers.model.Arm7;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.world.ArmChannels;
import dev.tandem.simbridge.world.CubeWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A cube's world without physics: what a test writes is what is observed. */
final class HandWrittenCube implements CubeWorld {
  double[] armRad = new double[7];
  double[] tool = new double[3];
  double[] toolVelocity = new double[3];
  double[] cube = new double[3];
  double closed;

  private final ArmChannels arm = new ArmChannels(Arm7.withGripper());
  private final SignalSpec observation;

  HandWrittenCube() {
    List<Channel> channels = new ArrayList<>(arm.observed());
    channels.add(new Channel("gripper.closed", "1", 0, 1));
    channels.add(Channel.of("gripper.width", "m"));
    channels.addAll(SignalSpec.block("cube", "m", 3));
    observation = new SignalSpec("by hand", channels);
  }

  MutableObservation observed() {
    MutableObservation to = new MutableObservation(observation);
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
    arm.write(to, armRad, new double[7], new double[7]);
    int at = arm.writeTool(to, tool, toolVelocity);
    to.set(at, closed);
    to.set(at + 1, 0.08 * (1 - closed));
    for (int k = 0; k < 3; k++) {
      to.set(at + 2 + k, cube[k]);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public SignalSpec observationSpec() {
    return observation;
  }

  @Override
  public SignalSpec commandSpec() {
    return new SignalSpec("by hand", arm.torques());
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
