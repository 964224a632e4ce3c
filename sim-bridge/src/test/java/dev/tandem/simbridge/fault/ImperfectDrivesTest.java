package dev.tandem.simbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.learn.Simulator;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ImperfectDrivesTest {
  private static final SignalSpec COMMAND =
      new SignalSpec("drives", SignalSpec.block("tau", "Nm", 1));
  private static final double DT_SECONDS = 1e-3;

  /** One joint, which turns as it is told to; keeps what torque reached it. */
  private static final class Joint implements Simulator {
    final List<Double> reachedNm = new ArrayList<>();
    double speedRadPerS;

    private final SignalSpec observation =
        new SignalSpec("joint", List.of(Channel.of("qd.0", "rad/s"), Channel.of("tau.0", "Nm")));

    @Override
    public void step(Command command, double dtSeconds) {
      reachedNm.add(command.get(0));
    }

    @Override
    public void observe(MutableObservation to) {
      to.set(0, speedRadPerS);
      to.set(1, reachedNm.isEmpty() ? 0 : reachedNm.get(reachedNm.size() - 1));
    }

    @Override
    public void brake(double dtSeconds) {
      reachedNm.clear();
    }

    @Override
    public void reset(long seed) {
      reachedNm.clear();
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
      return COMMAND;
    }

    @Override
    public void render(String camera, MutableImage image) {}

    @Override
    public void close() {}
  }

  private final Joint joint = new Joint();

  private void command(ImperfectDrives drives, double... torquesNm) {
    MutableCommand command = new MutableCommand(COMMAND);
    for (double torqueNm : torquesNm) {
      command.set(0, torqueNm);
      drives.step(command, DT_SECONDS);
    }
  }

  @Test
  void aCommandArrivesSoManyTicksLate() {
    ImperfectDrives drives = new ImperfectDrives(joint, 2, new double[1]);
    command(drives, 1, 2, 3, 4, 5);
    assertEquals(List.of(1.0, 1.0, 1.0, 2.0, 3.0), joint.reachedNm);
  }

  @Test
  void orAtOnce() {
    ImperfectDrives drives = new ImperfectDrives(joint, 0, new double[1]);
    command(drives, 1, 2, 3);
    assertEquals(List.of(1.0, 2.0, 3.0), joint.reachedNm);
  }

  @Test
  void whatIsUnderWayIsLostWhenTheBrakesFall() {
    ImperfectDrives drives = new ImperfectDrives(joint, 1, new double[1]);
    command(drives, 1, 2);
    drives.brake(DT_SECONDS);
    command(drives, 7, 8, 9);
    assertEquals(List.of(7.0, 7.0, 8.0), joint.reachedNm);
    drives.reset(0);
    command(drives, 5);
    assertEquals(List.of(5.0), joint.reachedNm);
  }

  @Test
  void frictionWorksAgainstTheMotionAndIsNotMeasured() {
    ImperfectDrives drives = new ImperfectDrives(joint, 0, new double[] {2});
    joint.speedRadPerS = 0.05;
    command(drives, 10);
    joint.speedRadPerS = -3;
    command(drives, 10);
    joint.speedRadPerS = 0.0125;
    command(drives, 10);
    joint.speedRadPerS = 0;
    command(drives, 10);
    assertEquals(List.of(8.0, 12.0, 9.5, 10.0), joint.reachedNm);
    joint.speedRadPerS = 1;
    command(drives, 10);
    MutableObservation seen = new MutableObservation(drives.observationSpec());
    drives.observe(seen);
    assertEquals(10, seen.get(1), 1e-12);
  }
}
