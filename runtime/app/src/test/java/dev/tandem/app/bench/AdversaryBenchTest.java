package dev.tandem.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AdversaryBenchTest {
  @Test
  void nothingGetsPastTheChainWhileTheArmKeepsMoving() {
    AdversaryBench.Result result = AdversaryBench.run(60_000, 1);
    assertEquals(0, result.table().violations(), String.join("\n", result.table().lines()));
    Figures figures = new Figures(result.figures());
    assertTrue(figures.number("unlatched_share") > 0.9);
    assertTrue(figures.number("binding_share") > 0.05, "a harmless adversary shows nothing");
  }
}
