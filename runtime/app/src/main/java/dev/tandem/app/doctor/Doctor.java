package dev.tandem.app.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for everything that Tandem needs or can use. */
public final class Doctor {
  private final Machine machine;

  Doctor(Machine machine) {
    this.machine = machine;
  }

  /** A doctor for the machine that this runs on. */
  public static Doctor ofThisMachine() {
    return new Doctor(new ThisMachine());
  }

  /**
   * Everything looked for, present or not.
   *
   * @param runs the folder that runs write to
   */
  public List<Finding> examine(Path runs) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new JavaChecks(machine).findings());
    findings.addAll(new HardwareChecks(machine, runs).findings());
    findings.addAll(new RealTimeChecks(machine).findings());
    findings.addAll(new PeerChecks(machine).findings());
    return findings;
  }
}
