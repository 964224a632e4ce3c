package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.act.LimitMasks;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;

/** A tick as {@code tandem_msgs/msg/Tick}. */
final class TickCodec {
  private static final double[] NOWHERE = {};

  private TickCodec() {}

  static void write(TickRecord record, CdrWriter out) {
    out.float64s(record.observation)
        .float64s(record.requestedAction)
        .float64s(record.appliedAction)
        .float64s(record.proposedCommand)
        .float64s(record.appliedCommand)
        .int64(record.tick)
        .int64(record.startNanos)
        .int64(record.latenessNanos)
        .int64(record.executionNanos)
        .int64(record.episode)
        .int32(record.step)
        .bool(record.decided)
        .bool(record.episodeEnd);
    Constants.ORIGIN.write(record.origin, out);
    Constants.VERDICT.write(record.verdict, out);
    out.int64(record.modifiedMask).int64(record.policyVersion);
    Constants.MODE.write(record.mode, out);
    out.int64(record.faults).int64(record.modifiedActionMask).int64(record.skippedTicks);
    out.int64s(record.commandLimits.toArray()).int64s(record.actionLimits.toArray());
    out.int64s(record.imageStamps);
    out.float64s(record.hasSetPoint ? record.setPoint : NOWHERE);
  }

  static TickRecord read(CdrReader in) throws FormatException {
    TickRecord record =
        new TickRecord(in.float64s(), in.float64s(), in.float64s(), in.float64s(), in.float64s());
    record.tick = in.int64();
    record.startNanos = in.int64();
    record.latenessNanos = in.int64();
    record.executionNanos = in.int64();
    record.episode = in.int64();
    record.step = in.int32();
    record.decided = in.bool();
    record.episodeEnd = in.bool();
    record.origin = Constants.ORIGIN.read(in);
    record.verdict = Constants.VERDICT.read(in);
    record.modifiedMask = in.int64();
    record.policyVersion = in.int64();
    if (in.hasMore()) { // journals of earlier versions end here
      record.mode = Constants.MODE.read(in);
      record.faults = in.int64();
      record.modifiedActionMask = in.int64();
    }
    if (in.hasMore()) {
      record.skippedTicks = in.int64();
    }
    if (in.hasMore()) {
      readLimits(in, record.commandLimits);
      readLimits(in, record.actionLimits);
    }
    if (in.hasMore()) {
      record.imageStamps = in.int64s();
    }
    if (in.hasMore()) {
      readSetPoint(in, record);
    }
    return record;
  }

  private static void readSetPoint(CdrReader in, TickRecord to) throws FormatException {
    double[] pose = in.float64s();
    to.hasSetPoint = pose.length == TickRecord.POSE;
    System.arraycopy(pose, 0, to.setPoint, 0, to.hasSetPoint ? TickRecord.POSE : 0);
  }

  private static void readLimits(CdrReader in, LimitMasks to) throws FormatException {
    long[] masks = in.int64s();
    for (int filter = 0; filter < masks.length; filter++) {
      to.set(filter, masks[filter]);
    }
  }
}
