package dev.tandem.runtime.signal;

/** The single-writer form of {@link Action}. */
public final class MutableAction extends FilteredSignal implements Action {
  public MutableAction(SignalSpec spec) {
    super(spec);
  }
}
