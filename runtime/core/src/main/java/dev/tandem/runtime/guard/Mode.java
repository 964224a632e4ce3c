package dev.tandem.runtime.guard;

import dev.tandem.runtime.time.HotPath;

/** The state that robot and runtime are in. The order is that of a journal: it may only grow. */
public enum Mode {
  OFF,
  SELF_TEST,

  /** Tested, drives not powered. */
  READY,

  /** Powered; nobody drives, the set point rests: hold. */
  ARMED,
  RUN_POLICY,
  RUN_HUMAN,

  /** Controlled stop, stays powered. */
  STOP2,

  /** Controlled stop, then power off. */
  STOP1,

  /** Power off. */
  STOP0,

  /** Broken; only a new start of the runtime ends it. */
  FAULT,

  /** The policy drives, at reduced speed: a person is near, or may be. */
  REDUCED_POLICY,

  /** A person drives, at reduced speed. */
  REDUCED_HUMAN;

  /** True when the set point may move. */
  @HotPath
  public boolean drives() {
    return policyDrives() || humanDrives();
  }

  /** True when the policy moves the set point. */
  @HotPath
  public boolean policyDrives() {
    return this == RUN_POLICY || this == REDUCED_POLICY;
  }

  /** True when a person moves the set point. */
  @HotPath
  public boolean humanDrives() {
    return this == RUN_HUMAN || this == REDUCED_HUMAN;
  }

  /** True when the robot comes to rest under control. */
  @HotPath
  public boolean brakes() {
    return this == STOP2 || this == STOP1;
  }

  /** True when the drives get commands. */
  @HotPath
  public boolean isPowered() {
    return this == ARMED || drives() || brakes();
  }

  /** True when only a deliberate act of a person lets the robot move again. */
  @HotPath
  public boolean isStop() {
    return brakes() || this == STOP0 || this == FAULT;
  }
}
