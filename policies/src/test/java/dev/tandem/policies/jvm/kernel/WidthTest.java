package dev.tandem.policies.jvm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.policies.nn.Arithmetic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The build runs what is tagged {@code kernels} with the widest vectors, with narrower ones and
 * without the Vector API: this holds each of those runs to what it says that it is.
 */
@Tag("kernels")
class WidthTest {
  /** Of this run: the most lanes that it allows, or {@code none} without the Vector API. */
  private static final String LANES = System.getProperty("tandem.lanes", "16");

  @Test
  void computesOnVectorsUnlessThereAreNone() {
    Arithmetic expected = LANES.equals("none") ? Arithmetic.PLAIN : Arithmetic.VECTOR;
    assertEquals(expected, Arithmetic.fastest());
  }

  @Test
  @Tag("vectors")
  void vectorsAreNoWiderThanThisRunAllows() {
    assertTrue(Simd.LANES <= Integer.parseInt(LANES), "lanes " + Simd.LANES);
  }
}
