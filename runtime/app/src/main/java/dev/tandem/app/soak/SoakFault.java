package dev.tandem.app.soak;

/**
 * A kind of fault that a soak injects.
 *
 * @param name for people
 * @param sign name of the fault that must be seen, or of the mode that must be entered
 * @param withinTicks of its beginning at which that must be in the journal
 * @param lastsTicks of the fault
 * @param whileStopped whether it may come while the robot stands in a latched stop, too
 */
record SoakFault(
    String name,
    String sign,
    long withinTicks,
    long lastsTicks,
    boolean whileStopped,
    Injector injector) {

  /** How it gets into the loop. Control thread, between two ticks. */
  interface Injector {
    /** From that tick on. */
    void begin(long atTick, long ticks);

    void end();
  }
}
