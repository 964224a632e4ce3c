package dev.tandem.policies.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.TestSpaces;
import dev.tandem.policies.nn.PolicySpaces;
import dev.tandem.policies.stream.StreamConfig;
import dev.tandem.policies.stream.StreamLearner;
import dev.tandem.runtime.act.Verdict;
import dev.tandem.runtime.decide.Origin;
import dev.tandem.runtime.decide.Policy;
import dev.tandem.runtime.learn.NamedArray;
import dev.tandem.runtime.learn.Transition;
import dev.tandem.runtime.signal.MutableAction;
import dev.tandem.runtime.signal.MutableObservation;
import dev.tandem.runtime.time.MutableTick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamCheckpointTest {
  private static final PolicySpaces SPACES = TestSpaces.of(3, 2);
  private static final float[] SEEN = {0.5f, -1, 2};

  @TempDir Path directory;
  private CheckpointFile file = new CheckpointFile(Path.of(""));
  private final StreamLearner learner = learner(List.of(6, 5), 3);

  @BeforeEach
  void keep() throws IOException {
    file = new CheckpointFile(directory.resolve("stream.ckpt"));
    float[] action = {1, 0};
    for (int step = 0; step < 4; step++) {
      float[] next = {step, 1, -1};
      learner.observe(
          new Transition(
              0,
              step,
              0,
              SEEN,
              action,
              action,
              step,
              next,
              false,
              false,
              Origin.POLICY,
              Verdict.PASSED,
              0));
    }
    write(learner.export());
  }

  private static StreamLearner learner(List<Integer> hidden, long seed) {
    return new StreamLearner(SPACES, StreamConfig.defaults(0.9).withHidden(hidden), seed);
  }

  private void write(List<NamedArray> arrays) throws IOException {
    file.write(Checkpoint.streaming("reach", SPACES, 4, new TreeMap<>(), arrays));
  }

  private static double act(Policy policy) {
    MutableObservation observation = new MutableObservation(TestSpaces.observationSpec(3));
    for (int i = 0; i < SEEN.length; i++) {
      observation.set(i, SEEN[i]);
    }
    MutableAction action = new MutableAction(SPACES.action());
    policy.act(new MutableTick(1), observation, action);
    return action.get(1);
  }

  @Test
  void theActorDoesAsItDidAndKnowsItsVersion() throws IOException {
    Policy kept = file.policy(SPACES);
    assertEquals(act(learner.snapshot()), act(kept));
    assertEquals(4, kept.version());
    assertTrue(file.read().header().actor().isEmpty());
  }

  @Test
  void anotherLearnerGoesOnFromIt() throws IOException {
    StreamLearner other = learner(List.of(6, 5), 9);
    file.restore(other, SPACES);
    for (int i = 0; i < learner.export().size(); i++) {
      assertArrayEquals(learner.export().get(i).values(), other.export().get(i).values());
    }
    StreamLearner wider = learner(List.of(6, 7), 9);
    assertThrows(CheckpointException.class, () -> file.restore(wider, SPACES));
  }

  @Test
  void refusesLayersThatDoNotGoTogether() throws IOException {
    List<NamedArray> arrays = new ArrayList<>(learner.export());
    arrays.removeIf(array -> array.name().equals("actor/layer.1"));
    write(arrays);
    refused("actor/layer.2: expected 7 rows, found [6, 4]");
    arrays.removeIf(array -> array.name().startsWith("actor/"));
    write(arrays);
    refused("there are no actor's layers");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5, 'array numbers: expected whole numbers of 0 to 65535, found 0.5'",
    "1, NaN, 'array numbers: expected whole numbers of 0 to 65535, found NaN'",
    "2, 65536, 'array numbers: expected whole numbers of 0 to 65535, found 65536.0'",
    "3, -1, 'array numbers: expected whole numbers of 0 to 65535, found -1.0'",
    "3, 32768, 'array numbers: expected counts of 0 or more, found -9223372036854775804'",
    "15, 32768, 'array numbers: expected counts of 0 or more, found -'",
    "19, 65535, 'array numbers: expected counts of 0 or more, found -'",
    "23, 32752, 'array numbers: expected finite moments, found '"
  })
  void refusesNumbersThatNoLearnerHas(int word, float value, String problem) throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    for (NamedArray array : learner.export()) {
      float[] values = array.values().clone();
      if (array.name().equals("numbers")) {
        values[word] = value;
      }
      arrays.add(new NamedArray(array.name(), array.shape(), values));
    }
    write(arrays);
    StreamLearner other = learner(List.of(6, 5), 9);
    List<NamedArray> before = other.export();
    var error = assertThrows(CheckpointException.class, () -> file.restore(other, SPACES));
    assertTrue(String.valueOf(error.getMessage()).contains(problem), error::getMessage);
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i).values(), other.export().get(i).values(), "changed nothing");
    }
  }

  private void refused(String problem) {
    var error = assertThrows(CheckpointException.class, () -> file.policy(SPACES));
    assertTrue(String.valueOf(error.getMessage()).contains(problem), error::getMessage);
  }
}
