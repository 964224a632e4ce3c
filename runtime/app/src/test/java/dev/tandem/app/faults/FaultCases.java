package dev.tandem.app.faults;

import java.util.List;

/** The rows to which authority and monitors react; the others are in {@link FilterCases}. */
final class FaultCases {
  private FaultCases() {}

  static List<FaultCase> all() {
    FaultList list = new FaultList();
    PeopleFaults.addTo(list);
    LoopFaults.addTo(list);
    DriveFaults.addTo(list);
    ArmFaults.addTo(list);
    ClearanceCases.addTo(list);
    return list.sorted();
  }
}
