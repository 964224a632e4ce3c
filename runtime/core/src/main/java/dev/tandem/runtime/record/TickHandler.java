package dev.tandem.runtime.record;

/** Receives what the ring carried, in order. Recorder's thread. */
public interface TickHandler {
  /** The record is valid until this returns. */
  void onTick(TickRecord record);

  /** Comes before the first tick that got through again. */
  void onGap(TickGap gap);
}
