package dev.tandem.app.report;

import dev.tandem.app.ablation.AblationTable;
import dev.tandem.app.ablation.Arm;
import dev.tandem.app.ablation.Interval;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Map;

/** {@code ablation.md}, {@code ablation.csv} and {@code ablation.png} in one folder. */
public final class AblationFiles {
  private static final Map<Arm, Color> COLORS =
      Map.of(Arm.BOTH, Plot.BLUE, Arm.DEMOS_ONLY, Plot.VERMILION, Arm.NEITHER, Plot.GREEN);

  private AblationFiles() {}

  public static void write(Path folder, String title, AblationTable table) {
    AtomicFile.folder(folder);
    AtomicFile.write(folder.resolve("ablation.md"), table.markdown());
    AtomicFile.write(folder.resolve("ablation.csv"), table.csv());
    Plot plot = new Plot(title, "environment steps");
    for (Arm arm : Arm.values()) {
      add(plot, table, arm);
    }
    plot.write(folder.resolve("ablation.png"));
  }

  /** Mean over the seeds as a line, 95 % intervals as bars, cut where no rate can be. */
  private static void add(Plot plot, AblationTable table, Arm arm) {
    Points means = new Points();
    Points bars = new Points();
    for (int k = 0; k < table.evaluations(arm); k++) {
      long step = table.meanStep(arm, k);
      Interval success = table.success(arm, k);
      means.add(step, success.mean());
      if (!Double.isNaN(success.half())) {
        bars.add(step, Math.max(0, success.low())).add(step, Math.min(1, success.high()));
        bars.add(step, Double.NaN);
      }
    }
    if (means.isEmpty()) {
      return;
    }
    plot.line(arm.title(), means, COLORS.getOrDefault(arm, Plot.BLACK));
    if (!bars.isEmpty()) {
      plot.bars(arm.title() + ", 95 % interval", bars, COLORS.getOrDefault(arm, Plot.BLACK));
    }
  }
}
