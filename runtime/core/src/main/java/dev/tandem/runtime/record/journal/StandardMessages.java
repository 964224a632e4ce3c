package dev.tandem.runtime.record.journal;

import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.cdr.CdrWriter;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.SignalSpec;
import java.util.List;
import java.util.Optional;

/**
 * What of an observation fits ROS's standard messages: joints from the blocks {@code q}, {@code qd}
 * and {@code tau}, a wrench from the block {@code wrench} of three forces and three torques.
 */
final class StandardMessages {
  private static final Block NONE = new Block(0, 1);
  private static final int WRENCH_SIZE = 6;

  private final List<String> jointNames;
  private final Optional<Block> q;
  private final Optional<Block> qd;
  private final Optional<Block> tau;
  private final Optional<Block> wrench;

  StandardMessages(SignalSpec observation) {
    q = block(observation, "q");
    qd = block(observation, "qd");
    tau = block(observation, "tau");
    wrench = block(observation, "wrench").filter(found -> found.size() == WRENCH_SIZE);
    jointNames = q.map(joints -> names(observation, joints)).orElse(List.of());
  }

  boolean hasJoints() {
    return q.isPresent();
  }

  boolean hasWrench() {
    return wrench.isPresent();
  }

  void writeJoints(TickRecord record, long logTimeNanos, CdrWriter out) {
    header(logTimeNanos, "", out);
    out.strings(jointNames);
    sequence(q, record, out);
    sequence(qd, record, out);
    sequence(tau, record, out);
  }

  void writeWrench(TickRecord record, long logTimeNanos, CdrWriter out) {
    header(logTimeNanos, "", out);
    int offset = wrench.orElse(NONE).offset();
    for (int i = 0; i < WRENCH_SIZE; i++) {
      out.float64(record.observation[offset + i]);
    }
  }

  static void header(long stampNanos, String frame, CdrWriter out) {
    out.int32((int) Math.floorDiv(stampNanos, 1_000_000_000L))
        .int32((int) Math.floorMod(stampNanos, 1_000_000_000L))
        .string(frame);
  }

  private static void sequence(Optional<Block> block, TickRecord record, CdrWriter out) {
    if (block.isPresent()) {
      out.float64s(record.observation, block.get().offset(), block.get().size());
    } else {
      out.int32(0);
    }
  }

  private static Optional<Block> block(SignalSpec spec, String prefix) {
    boolean there = spec.channels().stream().anyMatch(c -> c.name().startsWith(prefix + "."));
    return there ? Optional.of(spec.block(prefix)) : Optional.empty();
  }

  private static List<String> names(SignalSpec spec, Block block) {
    return spec.channels().subList(block.offset(), block.offset() + block.size()).stream()
        .map(channel -> channel.name())
        .toList();
  }
}
