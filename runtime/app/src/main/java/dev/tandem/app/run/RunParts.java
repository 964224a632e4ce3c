package dev.tandem.app.run;

import dev.tandem.app.assembly.Deployment;
import dev.tandem.app.assembly.Driver;
import dev.tandem.app.assembly.LiveRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.time.Clock;
import dev.tandem.simbridge.task.SimulatedTask;

/**
 * What a run is put together from.
 *
 * @param deployment the robot
 * @param grants whether the control thread keeps what it was granted
 */
record RunParts(
    Deployment deployment,
    LiveRecording recording,
    WatchdogLink watchdog,
    WatchdogNews watchdogNews,
    GrantCheck grants)
    implements AutoCloseable {
  static RunParts of(
      Robot limits,
      SimulatedTask task,
      Driver driver,
      Clock clock,
      LiveRecording recording,
      WatchdogLink watchdog) {
    GrantCheck grants = new GrantCheck(clock);
    Deployment.Beside beside = new Deployment.Beside(watchdog.heartbeat(), grants::isLost);
    Deployment deployment = new Deployment(limits, task, driver, clock, recording, beside);
    WatchdogNews news = new WatchdogNews(watchdog::view, recording::note);
    news.begin();
    return new RunParts(deployment, recording, watchdog, news, grants);
  }

  @Override
  public void close() {
    grants.close();
    recording.close();
  }
}
