package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.TaskEnvironment;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.Channel;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.Message;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.TaskConversation;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a foreign learner sees beside what ours sees, to the bit. */
final class ServedTaskTest {
  private static final long SEED = 11;

  /** Asks at random, sometimes for more than may be asked, and remembers what it asked. */
  private static final class RandomWishes implements Policy {
    final List<double[]> asked = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    @Override
    public void act(Tick tick, Observation observation, MutableAction action) {
      double[] wish = new double[action.size()];
      for (int i = 0; i < wish.length; i++) {
        Channel channel = action.spec().channel(i);
        wish[i] = 1.2 * random.nextDouble(channel.min(), channel.max());
      }
      asked.add(wish);
      action.setAll(wish, 0);
    }

    @Override
    public long version() {
      return 0;
    }
  }

  private static List<Transition> ours(String name, SimulatedTask task, Policy policy) {
    List<Transition> transitions = new ArrayList<>();
    Rig rig =
        new Rig(
            Robot.shippedFor(name),
            task,
            InterventionSource.NOBODY,
            policy,
            new UnjournaledRecording(task));
    new EpisodeRunner(rig, () -> false, false).run(0, SEED, transitions::add);
    return transitions;
  }

  private static double[] reset(Conversation conversation, long seed) throws ProtocolException {
    Message answer = conversation.answer(new Message.Reset(seed, Map.of()));
    return ((Message.State) answer).observation();
  }

  private static Message.Outcome step(Conversation conversation, double[] action)
      throws ProtocolException {
    return (Message.Outcome) conversation.answer(new Message.Step(action));
  }

  static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @ParameterizedTest
  @CsvSource({
    "reach, plant",
    "peg-insert, plant",
    "peg-insert, mujoco",
    "pick-cube, mujoco",
    "pick-cube-sparse, mujoco",
    "arrange-boxes, mujoco",
    "cable-route, mujoco"
  })
  void aForeignLearnerSeesWhatOursSees(String name, String simulator) throws ProtocolException {
    RandomWishes wishes = new RandomWishes();
    List<Transition> ours;
    try (SimulatorOf task = SimulatorOf.create(name, simulator)) {
      ours = ours(name, task.task(), wishes);
    }
    try (Conversation theirs = ServedExample.open(name, simulator)) {
      reset(theirs, SEED + 1);
      step(theirs, wishes.asked.get(0)); // left within an episode
      assertArrayEquals(ours.get(0).observation(), floats(reset(theirs, SEED)));
      boolean changed = false;
      int asked = 0;
      for (int i = 0; i < ours.size(); i++) {
        Transition expected = ours.get(i);
        boolean heard = expected.origin() != Origin.FALLBACK;
        Message.Outcome found = step(theirs, wishes.asked.get(heard ? asked++ : 0));
        assertArrayEquals(expected.nextObservation(), floats(found.observation()), "step " + i);
        assertEquals(expected.reward(), found.reward(), "step " + i);
        assertEquals(expected.terminated(), found.terminated(), "step " + i);
        assertEquals(expected.truncated(), found.truncated(), "step " + i);
        assertEquals(expected.worstVerdict(), found.verdict(), "step " + i);
        assertArrayEquals(expected.appliedAction(), floats(found.applied()), "step " + i);
        changed |= found.verdict() == Verdict.MODIFIED;
      }
      assertTrue(changed, "the safety chain was never asked");
      assertTrue(ours.get(ours.size() - 1).endsEpisode());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "reach, plant, 6, 3, 0.1, 50",
    "pick-cube, mujoco, 10, 4, 0.02, 100",
    "arrange-boxes, mujoco, 20, 4, 0.1, 120"
  })
  void theSpacesAreThoseOfTheTask(
      String name, String simulator, int features, int actions, double stepSeconds, int horizon)
      throws ProtocolException {
    try (SimulatorOf task = SimulatorOf.create(name, simulator);
        Conversation served = ServedExample.open(name, simulator)) {
      Message.Spec spec = served.spec();
      assertEquals(name, spec.name());
      assertEquals(simulator, spec.simulator());
      assertEquals(features, spec.observation().size());
      assertEquals(
          task.task().encoder().names(),
          spec.observation().channels().stream().map(Channel::name).toList());
      assertEquals(actions, spec.action().size());
      assertEquals(task.task().actionSpec().channels(), spec.action().channels());
      assertEquals(stepSeconds, spec.stepSeconds(), 1e-12);
      assertEquals(horizon, spec.horizonSteps());
    }
  }

  @ParameterizedTest
  @CsvSource("reach, plant")
  void aTaskThatIsDoneIsASuccessAndNoTimeOut(String name, String simulator)
      throws ProtocolException {
    try (Conversation served = ServedExample.open(name, simulator)) {
      double[] seen = reset(served, 3);
      Message.Outcome last = step(served, towards(seen));
      while (!last.terminated() && !last.truncated()) {
        assertFalse(last.success());
        last = step(served, towards(last.observation()));
      }
      assertTrue(last.terminated());
      assertTrue(last.success());
      assertFalse(last.truncated());
      assertEquals("", last.stop());
      assertTrue(last.elapsedSeconds() > 0.05 && last.elapsedSeconds() < 4, last::toString);
    }
  }

  @Test
  void aStopEndsTheEpisodeIsToldAndTheNextOneRuns() throws ProtocolException {
    SimulatedTask blindAfterAWhile = new FaultyTask(250, Integer.MAX_VALUE);
    try (Conversation served =
        new TaskConversation(new TaskEnvironment(Robot.shipped(), blindAfterAWhile, "plant"))) {
      for (int episode = 0; episode < 2; episode++) {
        reset(served, SEED);
        assertFalse(step(served, new double[3]).truncated());
        assertFalse(step(served, new double[3]).truncated());
        Message.Outcome stopped = step(served, new double[3]);
        assertTrue(stopped.truncated());
        assertFalse(stopped.terminated());
        assertFalse(stopped.success());
        assertEquals(Verdict.STOP, stopped.verdict());
        String cause = "tick 251, observation hole.2: expected finite, found NaN";
        assertTrue(stopped.stop().startsWith(cause), stopped.stop());
        assertTrue(Arrays.stream(stopped.observation()).allMatch(Double::isFinite));
      }
    }
  }

  /** Half of the way to the target, whose direction is the first three features in 10 cm. */
  private static double[] towards(double[] seen) {
    double[] action = new double[3];
    for (int k = 0; k < 3; k++) {
      action[k] = 0.05 * seen[k];
    }
    return action;
  }
}
