package dev.tandem.app.assembly;

import dev.tandem.policies.checkpoint.CheckpointException;
import dev.tandem.policies.checkpoint.CheckpointFile;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.time.HotPath;
import dev.tandem.runtime.time.Tick;
import dev.tandem.simbridge.person.Expert;
import dev.tandem.simbridge.task.SimulatedTask;
import java.nio.file.Path;

/**
 * Who drives when no person does.
 *
 * @param origin what its actions are recorded as
 * @param name for people
 */
public record Driver(Policy policy, Origin origin, String name) {
  /** What a run has learnt, deterministic. */
  public static Driver of(Path checkpoint, SimulatedTask task) throws CheckpointException {
    Policy policy = new CheckpointFile(checkpoint).policy(PolicySpaces.of(task));
    return new Driver(policy, Origin.POLICY, checkpoint.toString());
  }

  /** The script that knows what the policy cannot see. */
  public static Driver expert(SimulatedTask task) {
    return new Driver(new Script(task.expert()), Origin.SCRIPT, "the scripted expert");
  }

  private record Script(Expert expert) implements Policy {
    @Override
    @HotPath
    public void act(Tick tick, Observation observation, MutableAction action) {
      expert.act(observation, action);
    }

    @Override
    @HotPath
    public long version() {
      return 0;
    }
  }
}
