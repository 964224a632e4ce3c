package dev.tandem.app.faults;

import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Reaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows of the fault matrix to which authority and monitors react, as they are added. */
final class FaultList {
  private final List<FaultCase> cases = new ArrayList<>();

  void add(FaultCase fault) {
    cases.add(fault);
  }

  /** One of the fault's own row, whose stop grows no further. */
  void add(
      Fault fault, String how, Reaction expected, long allowed, long lasts, Injection injection) {
    FaultCase.Answer answer = FaultCase.Answer.of(expected, allowed);
    add(new FaultCase(fault, how, answer, lasts, injection));
  }

  /** One of a tick, of a row that has no fault of its own. */
  void alias(String row, Fault fault, String how, Reaction expected, Injection injection) {
    add(new FaultCase(row, fault, how, FaultCase.Answer.of(expected, 1), 1, injection));
  }

  List<FaultCase> sorted() {
    List<FaultCase> sorted = new ArrayList<>(cases);
    sorted.sort(Comparator.comparing(FaultCase::row));
    return List.copyOf(sorted);
  }
}
