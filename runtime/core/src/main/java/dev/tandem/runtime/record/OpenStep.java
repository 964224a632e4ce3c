package dev.tandem.runtime.record;

import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.Task;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.signal.SignalSpec;

/** A decision that waits for its next observation. */
final class OpenStep {
  private final Task task;
  private final MutableObservation before;
  private final MutableObservation after;
  private final MutableAction applied;
  private boolean open;
  private long episode;
  private int step;
  private long stampNanos;
  private float[] features = {};
  private float[] requestedAction = {};
  private float[] appliedAction = {};
  private Origin origin = Origin.FALLBACK;
  private Verdict worst = Verdict.PASSED;
  private long policyVersion;

  OpenStep(Task task, SignalSpec observationSpec) {
    this.task = task;
    this.before = new MutableObservation(observationSpec);
    this.after = new MutableObservation(observationSpec);
    this.applied = new MutableAction(task.actionSpec());
  }

  boolean isOpen() {
    return open;
  }

  /** True when this tick brings the next observation of just this step. */
  boolean isClosedBy(TickRecord record) {
    int closingStep = record.episodeEnd ? step : step + 1;
    return open && record.episode == episode && record.step == closingStep;
  }

  void open(TickRecord record) {
    open = true;
    episode = record.episode;
    step = record.step;
    stampNanos = record.startNanos;
    before.setAll(record.observation, 0);
    applied.setAll(record.appliedAction, 0);
    features = encode(before);
    appliedAction = toFloats(record.appliedAction);
    boolean decided = record.origin != Origin.FALLBACK; // else nobody's wish, perhaps not finite
    requestedAction = decided ? toFloats(record.requestedAction) : appliedAction.clone();
    origin = record.origin;
    worst = record.verdict;
    policyVersion = record.policyVersion;
  }

  /** Takes the verdict of a tick before the next decision. */
  void include(TickRecord record) {
    worst = worst.worse(record.verdict);
  }

  void drop() {
    open = false;
  }

  /** The transition to the observation of {@code record}, which closes this step. */
  Transition close(TickRecord record) {
    open = false;
    after.setAll(record.observation, 0);
    boolean terminated = task.terminated(after);
    boolean timeOut = step + 1 >= task.horizonSteps();
    return new Transition(
        episode,
        step,
        stampNanos,
        features,
        requestedAction,
        appliedAction,
        task.reward(before, applied, after),
        encode(after),
        terminated,
        !terminated && (timeOut || record.episodeEnd),
        origin,
        worst,
        policyVersion);
  }

  private float[] encode(MutableObservation observation) {
    float[] encoded = new float[task.encoder().size()];
    task.encoder().encode(observation, encoded);
    return encoded;
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
