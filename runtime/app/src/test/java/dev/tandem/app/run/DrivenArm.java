package dev.tandem.app.run;

import dev.tandem.app.assembly.Deployment;
import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.JournalPlan;
import dev.tandem.app.assembly.LiveRecording;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.record.TickHandler;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.time.SimulatedClock;
import dev.tandem.simbridge.fault.FaultyHeartbeat;
import dev.tandem.simbridge.fault.StallingClock;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A deployment on simulated time, with the real recorder and the scripted expert at the wheel. */
final class DrivenArm implements AutoCloseable {
  final SimulatedTask task = Tasks.create("reach", "plant");
  final StallingClock clock = new StallingClock(new SimulatedClock());
  final FaultyHeartbeat watchdog = new FaultyHeartbeat();
  final LiveRecording recording;
  final Deployment deployment;
  final Episodes episodes;
  final ControlThread control;
  boolean realTimeLost;
  int left;

  DrivenArm(Path journal) {
    this(journal, expert -> expert);
  }

  /** With somebody who drives in the expert's place. */
  DrivenArm(Path journal, UnaryOperator<Driver> insteadOf) {
    JournalPlan plan = new JournalPlan(journal, "test", 1, "", new JournalSettings(0, 1));
    recording = new LiveRecording(task, plan, TickHandler.NOBODY);
    deployment =
        new Deployment(
            Robot.shipped(),
            task,
            insteadOf.apply(Driver.expert(task)),
            clock,
            recording,
            new Deployment.Beside(Optional.of(watchdog), () -> realTimeLost));
    episodes = new Episodes(deployment, 1);
    control =
        new ControlThread(deployment, episodes, RealTimeConfig.none(), place -> {}, () -> left++);
    episodes.begin();
  }

  /** Lets the policy drive, as a person does who starts a run. */
  DrivenArm drive() {
    deployment.operator("a test").test();
    ticks(1);
    deployment.operator("a test").arm();
    ticks(1);
    deployment.operator("a test").handBack();
    ticks(1);
    return this;
  }

  /** The recorder, once it is started, keeps up. */
  void ticks(int count) {
    for (int i = 0; i < count; i++) {
      control.tick();
    }
  }

  /** The same, no faster than the recorder writes. */
  void recordedTicks(int count) {
    for (int i = 0; i < count; i++) {
      control.tick();
      waitForRecorder();
    }
  }

  void waitForRecorder() {
    while (recording.fallsBehind()) {
      Thread.onSpinWait();
    }
  }

  Mode mode() {
    return deployment.cell().authority().mode();
  }

  @Override
  public void close() {
    recording.close();
  }
}
