package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.ReturnRange;
import dev.tandem.runtime.signal.Action;
import dev.tandem.runtime.signal.Observation;

/** What a variant of {@link PickCube} rewards, and when it is over. Pure. */
interface PickRules extends TableRules {
  /** The lift above which gym-hil counts the cube as picked. */
  double PICKED_METRES = 0.1;

  /**
   * SERL's dense reward: {@code 0.3 exp(-20 d) + 0.7 min(1, lift / 0.2 m)}. Only time ends it. SERL
   * does not say what success is; here it is gym-hil's for this reward: held within 5 cm of the
   * tool, 10 cm up.
   */
  record Dense(BoxSight sight) implements PickRules {
    private static final double CLOSE_SHARE = 0.3;
    private static final double CLOSE_PER_METRE = 20;
    private static final double LIFT_METRES = 0.2;
    private static final double HELD_METRES = 0.05;

    @Override
    public double reward(Observation before, Action applied, Observation after) {
      double close = Math.exp(-CLOSE_PER_METRE * sight.distanceMetres(after));
      double lift = Math.max(0, Math.min(1, sight.liftMetres(after) / LIFT_METRES));
      return CLOSE_SHARE * close + (1 - CLOSE_SHARE) * lift;
    }

    @Override
    public boolean terminated(Observation after) {
      return false;
    }

    @Override
    public boolean succeeded(Observation after) {
      return sight.liftMetres(after) > PICKED_METRES && sight.distanceMetres(after) < HELD_METRES;
    }

    @Override
    public ReturnRange returnRange(double discount) {
      return ReturnRange.ofRewards(0, 1, discount);
    }
  }

  /**
   * Gym-hil's sparse reward: 1 when the cube is 10 cm up, which ends the task, as does a cube more
   * than 5 cm outside the area where it may start; less 0.05 whenever the gripper turns round.
   */
  record Sparse(BoxSight sight, StartArea area, int gripper) implements PickRules {
    private static final double TOGGLE_PENALTY = 0.05;
    private static final double TOGGLE_ACTION = 0.5;
    private static final double OPEN = 0.1;
    private static final double CLOSED = 0.9;
    private static final double LOST_METRES = 0.05;

    @Override
    public double reward(Observation before, Action applied, Observation after) {
      double wish = applied.get(gripper);
      double closed = sight.closed(before);
      boolean opens = wish < -TOGGLE_ACTION && closed > CLOSED;
      boolean closes = wish > TOGGLE_ACTION && closed < OPEN;
      return (succeeded(after) ? 1 : 0) - (opens || closes ? TOGGLE_PENALTY : 0);
    }

    @Override
    public boolean terminated(Observation after) {
      double x = sight.boxMetres(after, 0);
      double y = sight.boxMetres(after, 1);
      return succeeded(after) || !area.holds(x, y, LOST_METRES);
    }

    @Override
    public boolean succeeded(Observation after) {
      return sight.liftMetres(after) > PICKED_METRES;
    }

    @Override
    public ReturnRange returnRange(double discount) {
      return new ReturnRange(-TOGGLE_PENALTY / (1 - discount), 1);
    }
  }

  /** Where the cube may lie at the start, metres. */
  record StartArea(double minX, double maxX, double minY, double maxY) {
    /** Whether a point is in it, or not more than {@code margin} beside it. */
    boolean holds(double x, double y, double marginMetres) {
      return x >= minX - marginMetres
          && x <= maxX + marginMetres
          && y >= minY - marginMetres
          && y <= maxY + marginMetres;
    }
  }
}
