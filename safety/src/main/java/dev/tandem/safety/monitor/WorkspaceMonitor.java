package dev.tandem.safety.monitor;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.LoopHealth;
import dev.tandem.runtime.guard.Monitor;
import dev.tandem.runtime.guard.Reaction;
import dev.tandem.runtime.signal.Block;
import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;

/**
 * F26: the tool point is outside its workspace, where the filters should not have let it go. Seen;
 * farther out than the margin: category 2.
 */
public final class WorkspaceMonitor implements Monitor {
  private final Block tool;
  private final double[] min;
  private final double[] max;
  private final double marginM;

  public WorkspaceMonitor(SignalSpec observation, MonitorConfig.Tool config) {
    this.tool = observation.block(Channels.TOOL);
    this.min = config.workspace().minMetres();
    this.max = config.workspace().maxMetres();
    this.marginM = config.workspaceMarginM();
  }

  @Override
  public Fault fault() {
    return Fault.OUT_OF_WORKSPACE;
  }

  @Override
  @HotPath
  public Reaction inspect(
      Tick tick, Observation observation, LoopHealth health, Command lastApplied) {
    double outM = 0;
    for (int axis = 0; axis < min.length; axis++) {
      double at = observation.get(tool.offset() + axis);
      outM = Math.max(outM, Math.max(min[axis] - at, at - max[axis]));
    }
    if (outM <= 0) {
      return Reaction.NONE;
    }
    return outM <= marginM ? Reaction.LIMIT : Reaction.STOP2;
  }
}
