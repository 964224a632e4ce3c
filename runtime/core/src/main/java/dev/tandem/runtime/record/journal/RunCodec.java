package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.bytes.FormatException;
import dev.tandem.runtime.record.cdr.CdrReader;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.record.journal.RunDescription.Signals;
import dev.tandem.runtime.record.journal.RunDescription.TaskDescription;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.ArrayList;
import java.util.List;

/** A run's description as {@code tandem_msgs/msg/Run}. */
final class RunCodec {
  /** Two empty strings and two numbers. */
  private static final int MIN_CHANNEL_BYTES = 26;

  private RunCodec() {}

  static void write(RunDescription run, CdrWriter out) {
    out.string(run.name()).int64(run.seed()).string(run.configuration());
    out.string(run.task().name())
        .int32(run.task().ticksPerDecision())
        .int32(run.task().horizonSteps())
        .float64(run.task().discount())
        .strings(run.task().features());
    writeSpec(run.signals().observation(), out);
    writeSpec(run.signals().action(), out);
    writeSpec(run.signals().command(), out);
  }

  static RunDescription read(CdrReader in) throws FormatException {
    try {
      return new RunDescription(
          in.string(),
          in.int64(),
          in.string(),
          new TaskDescription(in.string(), in.int32(), in.int32(), in.float64(), in.strings()),
          new Signals(readSpec(in), readSpec(in), readSpec(in)));
    } catch (IllegalArgumentException e) {
      throw new FormatException(e);
    }
  }

  private static void writeSpec(SignalSpec spec, CdrWriter out) {
    out.string(spec.name()).int32(spec.size());
    for (Channel channel : spec.channels()) {
      out.string(channel.name()).string(channel.unit());
      out.float64(channel.min()).float64(channel.max());
    }
  }

  private static SignalSpec readSpec(CdrReader in) throws FormatException {
    String name = in.string();
    int size = in.length(MIN_CHANNEL_BYTES);
    List<Channel> channels = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      channels.add(new Channel(in.string(), in.string(), in.float64(), in.float64()));
    }
    return new SignalSpec(name, channels);
  }
}
