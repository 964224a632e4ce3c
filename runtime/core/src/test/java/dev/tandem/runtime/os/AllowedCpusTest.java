package dev.tandem.runtime.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedCpusTest {
  @ParameterizedTest
  @CsvSource({"0-1, 0 1", "3, 3", "'0,2-4,7', 0 2 3 4 7"})
  void readsTheKernelsList(String list, String expected) {
    AllowedCpus cpus = AllowedCpus.of(List.of("Name:\tjava", "Cpus_allowed_list:\t" + list));
    List<String> found =
        IntStream.range(0, 10).filter(cpus::mayContain).mapToObj(String::valueOf).toList();
    assertEquals(List.of(expected.split(" ", -1)), found);
    assertEquals(list, cpus.toString());
  }

  @Test
  void refusesNothingWhereTheKernelSaysNothing() {
    assertTrue(AllowedCpus.of(List.of("Name:\tjava")).mayContain(17));
  }

  @Test
  void thisProcessMayUseACoreAndNotTheThousandth() {
    AllowedCpus cpus = AllowedCpus.ofThisProcess();
    assertTrue(IntStream.range(0, 1000).anyMatch(cpus::mayContain));
    assertFalse(cpus.mayContain(1000), cpus::toString);
  }
}
