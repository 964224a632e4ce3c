package dev.tandem.app.identify;

import dev.tandem.controllers.identify.ArmMotion;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickSink;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what the arm was told and did in every tick. One thread. */
final class MotionSink implements TickSink {
  private final TickRecord record;
  private final Block positions;
  private final Block speeds;
  private final Block torques;
  private final Block commands;
  private final List<double[]> q = new ArrayList<>();
  private final List<double[]> qd = new ArrayList<>();
  private final List<double[]> torqueNm = new ArrayList<>();
  private final List<double[]> commandNm = new ArrayList<>();
  private int changedTicks;

  MotionSink(SignalSpec observation, SignalSpec action, SignalSpec command) {
    this.record = new TickRecord(observation, action, command);
    this.positions = observation.block("q");
    this.speeds = observation.block("qd");
    this.torques = observation.block("tau");
    this.commands = command.block("tau");
  }

  @Override
  public TickRecord claim() {
    return record;
  }

  @Override
  public void publish() {
    q.add(part(record.observation, positions));
    qd.add(part(record.observation, speeds));
    torqueNm.add(part(record.observation, torques));
    commandNm.add(part(record.appliedCommand, commands));
    changedTicks += record.modifiedMask == 0 ? 0 : 1;
  }

  private static double[] part(double[] all, Block block) {
    return Arrays.copyOfRange(all, block.offset(), block.offset() + block.size());
  }

  /** Ticks in which safety filters changed the command; what counts is what they let through. */
  int changedTicks() {
    return changedTicks;
  }

  ArmMotion motion(double periodSeconds, double stepSeconds) {
    return new ArmMotion(
        periodSeconds,
        stepSeconds,
        q.toArray(double[][]::new),
        qd.toArray(double[][]::new),
        torqueNm.toArray(double[][]::new),
        commandNm.toArray(double[][]::new));
  }
}
