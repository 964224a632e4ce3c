package dev.tandem.app.timing;

import dev.tandem.app.report.JsonObject;
import dev.tandem.runtime.os.Grant;
import dev.tandem.runtime.os.RealTime;
import dev.tandem.runtime.os.RealTimeConfig;
import dev.tandem.runtime.os.RealTimeWatch;
import dev.tandem.runtime.os.ThreadAccount;
import dev.tandem.runtime.os.VirtualMachineThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the operating system granted a control thread, and whether that still holds.
 *
 * @param thread its number in the kernel
 * @param grants what came of each wish
 * @param scheduler in words, for example {@code SCHED_FIFO 80}
 * @param watch looks whether it still has all that
 */
public record ControlPlace(int thread, List<Grant> grants, String scheduler, RealTimeWatch watch) {
  public ControlPlace {
    grants = List.copyOf(grants);
  }

  /** Asks for the calling thread, and for the virtual machine's so that they do not hold it up. */
  public static ControlPlace take(RealTimeConfig wishes) {
    List<Grant> grants = new ArrayList<>(RealTime.apply(wishes));
    grants.addAll(VirtualMachineThreads.raise(wishes));
    return new ControlPlace(
        ThreadAccount.thisThread(),
        grants,
        RealTime.scheduler(),
        RealTimeWatch.ofThisThread(wishes));
  }

  /** One line about what was refused and what to set; empty when nothing was. */
  public Optional<String> refusal() {
    List<Grant> refused = grants.stream().filter(grant -> !grant.granted()).toList();
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    String wishes = String.join(", ", refused.stream().map(Grant::wish).toList());
    return Optional.of(
        "control thread: %s refused, goes on with %s; %s; see ./tandem doctor"
            .formatted(wishes, scheduler, refused.get(refused.size() - 1).advice()));
  }

  /**
   * Keys {@code scheduler, grants, taken_away}.
   *
   * @param takenAway what {@link #watch} last found, while the thread lived
   */
  public JsonObject json(List<String> takenAway) {
    return new JsonObject()
        .put("scheduler", scheduler)
        .putTexts("grants", grants.stream().map(Grant::toString).toList())
        .putTexts("taken_away", takenAway);
  }
}
