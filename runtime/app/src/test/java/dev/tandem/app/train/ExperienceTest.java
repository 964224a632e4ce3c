package dev.tandem.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.settings.SafetySettings;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.replay.UniformReplay;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.learn.ReplayBuffer;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.simbridge.task.SimulatedTask;
import org.junit.jupiter.api.Test;

class ExperienceTest {
  private static final SafetyLesson NO_LESSON = new SafetyLesson(SafetySettings.none());

  private final SimulatedTask task = Tasks.create("peg-insert", "plant");
  private final ReplayBuffer online = buffer();
  private final ReplayBuffer demonstrations = buffer();

  private ReplayBuffer buffer() {
    return new UniformReplay(100, PolicySpaces.of(task));
  }

  private Transition transition(Origin origin) {
    float[] features = new float[task.encoder().size()];
    float[] action = new float[task.actionSpec().size()];
    return new Transition(
        0, 0, 0, features, action, action, 0, features, false, false, origin, Verdict.PASSED, 0);
  }

  @Test
  void aCorrectionGoesToBothBuffersAndThePolicysStepsGoOnlineOnly() {
    Experience experience = new Experience(online, demonstrations, NO_LESSON);
    experience.accept(transition(Origin.POLICY));
    experience.accept(transition(Origin.HUMAN));
    assertEquals(2, online.size());
    assertEquals(1, demonstrations.size());
    assertEquals(0, experience.shown().size());
  }

  @Test
  void aDemonstrationIsKeptForCloningAndStaysOutOfTheOnlineBuffer() {
    Experience experience = new Experience(online, demonstrations, NO_LESSON);
    experience.show(transition(Origin.HUMAN));
    assertEquals(0, online.size());
    assertEquals(1, demonstrations.size());
    assertEquals(1, experience.shown().size());
  }

  @Test
  void withOneBufferForEverythingNothingIsCountedTwice() {
    Experience experience = new Experience(online, online, NO_LESSON);
    experience.accept(transition(Origin.HUMAN));
    experience.show(transition(Origin.HUMAN));
    assertEquals(2, online.size());
  }
}
