package dev.tandem.simbridge.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
  @Test
  void theCommittedLayoutIsWhatTheCompilerSays(@TempDir Path folder)
      throws IOException, InterruptedException {
    Mujoco library = Natives.mujoco();
    Map<String, Integer> printed = new TreeMap<>();
    for (String line : Natives.run(List.of(Natives.program("layout.c", folder).toString()))) {
      int equals = line.indexOf('=');
      printed.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
    }
    assertEquals(printed, new TreeMap<>(library.layout().offsets()));
  }

  @Test
  void anUnknownVersionIsRefusedWithTheOneThatIsKnown() {
    var error = assertThrows(MujocoUnavailableException.class, () -> Layout.of(327));
    assertEquals(
        "MuJoCo: expected version 2.2.2, found 3.2.7, of which no layout is known;"
            + " install it: apt-get install libmujoco2.2.2",
        error.getMessage());
  }

  @Test
  void anUnknownFieldIsNamed() {
    var error = assertThrows(IllegalArgumentException.class, () -> Layout.of(222).at("mjData.no"));
    assertTrue(String.valueOf(error.getMessage()).contains("mjData.no"));
  }

  /**
   * All but the sizes of the two large structs, which nothing in them tells, and what only images
   * show.
   */
  static List<String> fields() {
    return Layout.of(222).offsets().keySet().stream()
        .filter(field -> !field.matches("mjModel|mjData|mj[vr].*|mjCA.*|mjFB.*|mjFO.*"))
        .sorted()
        .toList();
  }

  /** Off by two kinds, as the one beside a body's has the same names, or by one field. */
  @ParameterizedTest
  @MethodSource("fields")
  void theCheckFindsEveryFieldThatLiesElsewhere(String field) {
    Mujoco library = Natives.mujoco();
    Map<String, Integer> offsets = new HashMap<>(library.layout().offsets());
    boolean kind = field.startsWith("mjOBJ") || field.startsWith("mjWARN_");
    boolean whole = field.matches("mjModel[.]n.*|.*[.]off.*|mjContact[.]geom.|mjData[.]ncon");
    offsets.merge(field, kind ? 2 : whole ? 4 : 8, Integer::sum);
    Mujoco misread = library.with(new Layout(offsets));
    assertThrows(MujocoUnavailableException.class, () -> SelfCheck.of(misread));
  }
}
