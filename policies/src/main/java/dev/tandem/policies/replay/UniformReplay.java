package dev.tandem.policies.replay;

import dev.tandem.policies.nn.ActionScaling;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.learn.Batch;
import dev.tandem.runtime.learn.ReplayBuffer;
import dev.tandem.runtime.learn.Transition;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A replay buffer in one flat array that grows up to its capacity and then overwrites the oldest
 * transition. It stores the applied action, scaled to [-1, 1], and every next observation as it
 * was, never another episode's. One thread.
 */
public final class UniformReplay implements ReplayBuffer {
  private static final int FIRST_ROWS = 1024;
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final int capacity;
  private final int features;
  private final ActionScaling scaling;
  private final int width;
  private float[] rows;
  private int size;
  private int next;

  /**
   * @param capacity transitions kept at most; fewer where one array does not hold so many
   */
  public UniformReplay(int capacity, PolicySpaces spaces) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be >= 1, got " + capacity);
    }
    this.features = spaces.features();
    this.scaling = new ActionScaling(spaces.action());
    this.width = 2 * features + scaling.size() + 2;
    this.capacity = Math.min(capacity, MOST_VALUES / width);
    this.rows = new float[Math.min(this.capacity, FIRST_ROWS) * width];
  }

  @Override
  public void offer(Transition transition) {
    requireSize("observation", features, transition.observation());
    requireSize("nextObservation", features, transition.nextObservation());
    requireSize("appliedAction", scaling.size(), transition.appliedAction());
    growFor(next);
    write(transition, next * width);
    next = (next + 1) % capacity;
    size = Math.max(size, next == 0 ? capacity : next);
  }

  @Override
  public int size() {
    return size;
  }

  /** Memory that the transitions take now. */
  public long bytes() {
    return (long) Float.BYTES * rows.length;
  }

  @Override
  public void sample(RandomGenerator random, Batch batch, int from, int count) {
    if (size == 0 && count > 0) {
      throw new IllegalStateException("nothing to sample: the replay buffer is empty");
    }
    requireShape(batch);
    for (int row = from; row < from + count; row++) {
      read(random.nextInt(size) * width, batch, row);
    }
  }

  private void write(Transition transition, int at) {
    int actionAt = at + features;
    System.arraycopy(transition.observation(), 0, rows, at, features);
    float[] action = transition.appliedAction();
    for (int i = 0; i < action.length; i++) {
      rows[actionAt + i] = scaling.toUnit(i, action[i]);
    }
    int nextAt = actionAt + action.length;
    System.arraycopy(transition.nextObservation(), 0, rows, nextAt, features);
    rows[nextAt + features] = (float) transition.reward();
    rows[nextAt + features + 1] = transition.terminated() ? 1 : 0;
  }

  private void read(int at, Batch batch, int row) {
    int actions = scaling.size();
    int nextAt = at + features + actions;
    System.arraycopy(rows, at, batch.observation, row * features, features);
    System.arraycopy(rows, at + features, batch.action, row * actions, actions);
    System.arraycopy(rows, nextAt, batch.nextObservation, row * features, features);
    batch.reward[row] = rows[nextAt + features];
    batch.terminated[row] = rows[nextAt + features + 1];
  }

  private void growFor(int row) {
    if (row * width == rows.length) {
      int more = (int) Math.min((long) capacity * width, 2L * rows.length);
      rows = Arrays.copyOf(rows, more);
    }
  }

  private void requireShape(Batch batch) {
    if (batch.features != features || batch.actions != scaling.size()) {
      throw new IllegalArgumentException(
          "batch: expected %d features and %d actions, found %d and %d"
              .formatted(features, scaling.size(), batch.features, batch.actions));
    }
  }

  private static void requireSize(String field, int expected, float[] found) {
    if (found.length != expected) {
      throw new IllegalArgumentException(
          "transition, " + field + ": expected " + expected + " values, found " + found.length);
    }
  }
}
