package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.simbridge.world.TableScene;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arm over floor and block, against {@code src/test/c/golden.c}: every bit is the same. */
class GoldenTrajectoryTest {
  private static final int STEPS = 1000;

  @Test
  void aThousandStepsWithContactsEndAsInC(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> inC = inC(folder);
    assertTrue(Integer.parseInt(inC.get(0)) > STEPS / 2, inC.get(0) + " steps with contacts");
    assertEquals(inC, inJava(MujocoState::step));
  }

  @Test
  void aStepInTwoHalvesIsTheSameStep(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertEquals(
        inC(folder),
        inJava(
            state -> {
              state.stepToForces();
              state.stepFromForces();
            }));
  }

  private static List<String> inC(Path folder) throws IOException, InterruptedException {
    Natives.mujoco();
    String program = Natives.program("golden.c", folder).toString();
    String model = ModelSource.of(TableScene.CUBE).writeTo(folder).toString();
    return Natives.run(List.of(program, model, String.valueOf(STEPS)));
  }

  private static List<String> inJava(Consumer<MujocoState> step) {
    List<String> lines = new ArrayList<>();
    try (MujocoModel model = ModelSource.of(TableScene.CUBE).load(Natives.mujoco());
        MujocoState state = new MujocoState(model)) {
      state.resetToKey(0);
      ContactList contacts = new ContactList(state);
      Torques torques = new Torques(model.controls());
      int touched = 0;
      for (int i = 0; i < STEPS; i++) {
        state.control(torques.next(), 0);
        step.accept(state);
        touched += contacts.count() > 0 ? 1 : 0;
      }
      lines.add(String.valueOf(touched));
      lines.add(bits(state.timeSeconds()));
      double[] all = new double[state.observations()];
      state.observe(all, 0);
      for (int i = 0; i < model.positions() + model.speeds(); i++) {
        lines.add(bits(all[i]));
      }
    }
    return lines;
  }

  private static String bits(double number) {
    return String.format("%016x", Double.doubleToRawLongBits(number));
  }
}
