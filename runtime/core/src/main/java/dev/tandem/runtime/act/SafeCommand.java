package dev.tandem.runtime.act;

import dev.tandem.runtime.signal.Command;
import dev.tandem.runtime.signal.MutableCommand;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;

/** A command that the gate approved. Nobody else can make one. */
public final class SafeCommand implements Command {
  private final MutableCommand values;

  SafeCommand(SignalSpec spec) {
    this.values = new MutableCommand(spec);
  }

  @HotPath
  void set(Command approved) {
    values.copyFrom(approved);
  }

  @HotPath
  void zero() {
    values.zero();
  }

  @Override
  public SignalSpec spec() {
    return values.spec();
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  @HotPath
  public double get(int index) {
    return values.get(index);
  }

  @Override
  @HotPath
  public void copyTo(double[] destination, int offset) {
    values.copyTo(destination, offset);
  }
}
