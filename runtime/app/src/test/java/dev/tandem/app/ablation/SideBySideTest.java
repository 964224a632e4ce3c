package dev.tandem.app.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static SideBySide.Run<Integer> failing() {
    return new SideBySide.Run<>(
        "demos only, seed 2",
        () -> {
          throw new IllegalStateException("learning diverged");
        });
  }

  @Test
  void givesTheResultsInTheOrderOfTheRuns() throws InterruptedException {
    List<SideBySide.Run<Integer>> runs =
        List.of(new SideBySide.Run<>("a", () -> 1), new SideBySide.Run<>("b", () -> 2));
    assertEquals(List.of(1, 2), SideBySide.run(2, runs));
  }

  @Test
  void namesTheRunThatFailedAndWhyWithoutTheNamesOfJavaClasses() {
    var failed =
        assertThrows(FailedRunException.class, () -> SideBySide.run(1, List.of(failing())));
    assertEquals("demos only, seed 2: learning diverged", failed.getMessage());
  }
}
