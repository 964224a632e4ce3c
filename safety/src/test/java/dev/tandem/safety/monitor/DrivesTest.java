package dev.tandem.safety.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets, stamps and state of the drives. */
class DrivesTest {
  private final Watched arm = new Watched();
  private final MonitorConfig.Drives config = Watched.CONFIG.drives();

  private Reaction silentFor(int ticks, Monitor monitor) {
    Reaction reaction = Reaction.NONE;
    for (int i = 0; i < ticks; i++) {
      arm.pass(1);
      reaction = arm.ask(monitor);
    }
    return reaction;
  }

  @Test
  void everyLostPacketIsSeen() {
    Monitor monitor = PacketMonitor.one(Watched.OBSERVATION);
    assertEquals(Reaction.NONE, arm.after(10, monitor));
    assertEquals(Reaction.LIMIT, silentFor(1, monitor));
    assertEquals(Reaction.NONE, arm.after(1, monitor));
  }

  @Test
  void theFifthLostPacketInARowStops() {
    Monitor monitor = PacketMonitor.many(Watched.OBSERVATION, config.lostPackets());
    arm.after(10, monitor);
    assertEquals(Reaction.NONE, silentFor(4, monitor));
    assertEquals(Reaction.STOP2, silentFor(1, monitor));
    assertEquals(Reaction.NONE, arm.after(1, monitor));
    assertEquals(Reaction.NONE, silentFor(4, monitor));
  }

  @Test
  void anOldPacketIsNoNewOne() {
    Monitor monitor = PacketMonitor.one(Watched.OBSERVATION);
    arm.after(10, monitor);
    arm.set(Channels.DRIVE_SEQUENCE, 3);
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
    arm.set(Channels.DRIVE_SEQUENCE, 4);
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
    monitor.restart();
    assertEquals(Reaction.NONE, arm.ask(monitor));
  }

  @Test
  void aSpoiltNumberIsOneLostPacketAndLocksNothing() {
    Monitor monitor = PacketMonitor.one(Watched.OBSERVATION);
    arm.after(10, monitor);
    arm.advance();
    arm.set(Channels.DRIVE_SEQUENCE, 1e18);
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
    assertEquals(Reaction.NONE, arm.after(1, monitor));
  }

  @Test
  void drivesThatCountAnewStopUntilAPersonRecovers() {
    Monitor monitor = PacketMonitor.many(Watched.OBSERVATION, config.lostPackets());
    arm.after(10, monitor);
    Reaction reaction = Reaction.NONE;
    for (int i = 0; i < 5; i++) {
      assertEquals(Reaction.NONE, reaction);
      reaction = askCounting(1_000_000 + i, monitor);
    }
    assertEquals(Reaction.STOP2, reaction);
    assertEquals(Reaction.STOP2, askCounting(1_000_005, monitor), "not by itself");
    monitor.recovered();
    assertEquals(Reaction.NONE, askCounting(1_000_006, monitor));
    assertEquals(Reaction.NONE, askCounting(1_000_007, monitor));
  }

  private Reaction askCounting(double number, Monitor monitor) {
    arm.advance();
    arm.set(Channels.DRIVE_SEQUENCE, number);
    return arm.ask(monitor);
  }

  private Reaction tellFor(int ticks, double stepNm, Monitor monitor) {
    Reaction reaction = Reaction.NONE;
    for (int i = 0; i < ticks; i++) {
      arm.lastApplied.set(3, arm.lastApplied.get(3) + stepNm);
      reaction = arm.after(1, monitor);
    }
    return reaction;
  }

  @Test
  void aStateThatStandsStillForTenTicksWhileTheCommandChangesIsFrozen() {
    Monitor monitor = new FrozenStateMonitor(Watched.OBSERVATION, Watched.JOINTS, config);
    tellFor(1, 0.02, monitor);
    assertEquals(Reaction.NONE, tellFor(9, 0.02, monitor));
    assertEquals(Reaction.STOP1, tellFor(1, 0.02, monitor));
    monitor.restart();
    assertEquals(Reaction.NONE, tellFor(1, 0.02, monitor));
  }

  @Test
  void aRobotAtRestIsNotFrozen() {
    Monitor monitor = new FrozenStateMonitor(Watched.OBSERVATION, Watched.JOINTS, config);
    assertEquals(Reaction.NONE, tellFor(50, 0.001, monitor));
  }

  @Test
  void aRobotThatIsHeldByTheSameTorquesIsNotFrozen() {
    Monitor monitor = new FrozenStateMonitor(Watched.OBSERVATION, Watched.JOINTS, config);
    arm.lastApplied.set(3, 20);
    assertEquals(Reaction.NONE, tellFor(50, 0, monitor));
  }

  @Test
  void aFrozenRobotIsFoundWhenItIsToldToMove() {
    Monitor monitor = new FrozenStateMonitor(Watched.OBSERVATION, Watched.JOINTS, config);
    arm.lastApplied.set(1, 20);
    tellFor(50, 0, monitor);
    assertEquals(Reaction.NONE, tellFor(1, 0.1, monitor), "by no more than the figure");
    arm.lastApplied.set(3, 0);
    assertEquals(Reaction.STOP1, tellFor(1, -0.11, monitor));
  }

  @Test
  void aRobotWithoutPowerMayStandStillAlsoWhenItWasFrozenBefore() {
    Monitor monitor = new FrozenStateMonitor(Watched.OBSERVATION, Watched.JOINTS, config);
    tellFor(1, 1, monitor);
    assertEquals(Reaction.STOP1, tellFor(10, 1, monitor));
    arm.lastApplied.zero();
    assertEquals(Reaction.NONE, tellFor(1, 0, monitor));
    assertEquals(Reaction.NONE, tellFor(50, 0, monitor));
    assertEquals(Reaction.NONE, tellFor(9, 1, monitor));
    assertEquals(Reaction.STOP1, tellFor(1, 1, monitor), "and is watched once it has power again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q.0", "qd.6", "tau.3"})
  void anythingThatChangesIsAlive(String channel) {
    Monitor monitor = new FrozenStateMonitor(Watched.OBSERVATION, Watched.JOINTS, config);
    tellFor(9, 1, monitor);
    arm.set(channel, 0.123);
    assertEquals(Reaction.NONE, tellFor(10, 1, monitor));
    assertEquals(Reaction.STOP1, tellFor(1, 1, monitor));
  }

  private Reaction stampedBy(double seconds, Monitor monitor) {
    arm.advance();
    arm.set(Channels.DRIVE_STAMP, arm.tick.startNanos() * 1e-9 + seconds);
    return arm.ask(monitor);
  }

  @Test
  void aStampThatRunsBackwardsIsSeenAndTheThirdInARowStops() {
    Monitor monitor = new StampMonitor(Watched.OBSERVATION, config);
    arm.after(50, monitor);
    assertEquals(Reaction.LIMIT, stampedBy(-0.02, monitor));
    assertEquals(Reaction.LIMIT, stampedBy(-0.02, monitor));
    assertEquals(Reaction.STOP1, stampedBy(-0.02, monitor));
  }

  @Test
  void aStampMayRunAheadByFiveMillisecondsAndNoMore() {
    Monitor monitor = new StampMonitor(Watched.OBSERVATION, config);
    arm.after(50, monitor);
    assertEquals(Reaction.NONE, stampedBy(0.0049, monitor));
    monitor.restart();
    arm.after(1, monitor);
    assertEquals(Reaction.LIMIT, stampedBy(0.0051, monitor));
  }

  @Test
  void aGoodStampInBetweenStartsTheCountAnew() {
    Monitor monitor = new StampMonitor(Watched.OBSERVATION, config);
    arm.after(50, monitor);
    stampedBy(1, monitor);
    stampedBy(1, monitor);
    assertEquals(Reaction.NONE, stampedBy(0, monitor));
    assertEquals(Reaction.LIMIT, stampedBy(1, monitor));
    assertEquals(Reaction.LIMIT, stampedBy(Double.NaN, monitor));
  }

  @Test
  void aStampThatStandsStillIsALostPacketAndNoJump() {
    Monitor monitor = new StampMonitor(Watched.OBSERVATION, config);
    arm.after(5, monitor);
    assertEquals(Reaction.NONE, silentFor(10, monitor));
  }

  @Test
  void corruptFramesAreSeenWhenTheirCountGrows() {
    Monitor monitor = CountMonitor.corruptFrames(Watched.OBSERVATION);
    arm.set(Channels.DRIVE_CORRUPT, 5);
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.DRIVE_CORRUPT, 6);
    assertEquals(Reaction.LIMIT, arm.ask(monitor));
    assertEquals(Reaction.NONE, arm.ask(monitor));
    arm.set(Channels.DRIVE_CORRUPT, 9);
    monitor.restart();
    assertEquals(Reaction.NONE, arm.ask(monitor));
    assertEquals(Fault.FRAME_CORRUPT, monitor.fault());
  }
}
