package dev.tandem.runtime.signal;

/** The single-writer form of {@link Command}. */
public final class MutableCommand extends FilteredSignal implements Command {
  public MutableCommand(SignalSpec spec) {
    super(spec);
  }
}
