package dev.tandem.runtime.record;

import java.util.List;

/** Receives what the ring carried, in order. Recorder's thread. */
public interface TickHandler {
  /** For whoever does not want to know. */
  TickHandler NOBODY = all(List.of());

  /** The record is valid until this returns. */
  void onTick(TickRecord record);

  /** Comes before the first tick that got through again. */
  void onGap(TickGap gap);

  /** Comes before the tick that saw it first; valid until this returns. */
  default void onFrame(FrameRecord frame) {}

  /** All of them, in this order. */
  static TickHandler all(List<TickHandler> handlers) {
    List<TickHandler> each = List.copyOf(handlers);
    return new TickHandler() {
      @Override
      public void onTick(TickRecord record) {
        each.forEach(handler -> handler.onTick(record));
      }

      @Override
      public void onGap(TickGap gap) {
        each.forEach(handler -> handler.onGap(gap));
      }

      @Override
      public void onFrame(FrameRecord frame) {
        each.forEach(handler -> handler.onFrame(frame));
      }
    };
  }
}
