package dev.tandem.app.identify;

import dev.tandem.app.report.JsonObject;
import dev.tandem.controllers.identify.Figure;
import dev.tandem.controllers.identify.IdentifiedArm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an identification found, for people and for programs. */
public final class IdentificationTable {
  private IdentificationTable() {}

  /** Line by line. */
  public static List<String> lines(Identification found) {
    IdentifiedArm arm = found.arm();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "condition number %.1f; safety filters changed %d of %d commands",
            found.condition(),
            found.changedTicks(),
            found.ticks()));
    addDynamics(arm, lines);
    arm.drives().ifPresent(drives -> addDrives(drives, lines));
    lines.add(delay(arm.delay()));
    lines.add(
        String.format(
            Locale.ROOT,
            "noise: %.2g rad, %.2g rad/s",
            arm.positionNoiseRad(),
            arm.speedNoiseRadPerS()));
    lines.add("torque not explained by the model:  " + newtonMetres(arm.fit().nominalNm()));
    lines.add("torque not explained by this:       " + newtonMetres(arm.fit().identifiedNm()));
    return lines;
  }

  private static void addDynamics(IdentifiedArm arm, List<String> lines) {
    lines.add(line("mass", arm.mass(), "of the model's"));
    lines.add(line("inertia", arm.inertia(), "of the model's, beyond the mass"));
    lines.add(line("armature", arm.armature(), "of the model's"));
    lines.add(line("damping", arm.damping(), "of the model's"));
    for (int i = 0; i < arm.joints().size(); i++) {
      IdentifiedArm.JointFriction joint = arm.joints().get(i);
      lines.add(line("joint " + i + " viscous", joint.dampingNmsPerRad(), "Nms/rad"));
      lines.add(line("joint " + i + " Coulomb", joint.coulombNm(), "Nm"));
    }
  }

  private static void addDrives(IdentifiedArm.Drives drives, List<String> lines) {
    for (int i = 0; i < drives.gains().size(); i++) {
      lines.add(line("drive " + i + " gain", drives.gains().get(i), "of what it is told"));
    }
    lines.add(line("drives' lag", drives.lagSeconds(), "s"));
  }

  private static String line(String name, Figure figure, String unit) {
    return String.format(
        Locale.ROOT,
        "%-16s %10.5f +- %-8.2g %s",
        name,
        figure.value(),
        figure.standardError(),
        unit);
  }

  private static String delay(IdentifiedArm.Delay delay) {
    String text =
        String.format(
            Locale.ROOT, "delay from command to measurement %.4g ms", 1e3 * delay.seconds());
    return delay.leastSeconds() == delay.mostSeconds()
        ? text
        : text
            + String.format(
                Locale.ROOT,
                ", not told from %.4g to %.4g",
                1e3 * delay.leastSeconds(),
                1e3 * delay.mostSeconds());
  }

  private static String newtonMetres(double[] rms) {
    StringBuilder text = new StringBuilder();
    for (double each : rms) {
      text.append(String.format(Locale.ROOT, "%8.2g", each));
    }
    return text.append(" Nm rms").toString();
  }

  /** For {@code --json}. */
  public static JsonObject json(Identification found) {
    IdentifiedArm arm = found.arm();
    JsonObject json =
        new JsonObject()
            .put("condition", found.condition())
            .put("ticks", found.ticks())
            .put("changed_ticks", found.changedTicks())
            .put("mass", figure(arm.mass()))
            .put("inertia", figure(arm.inertia()))
            .put("armature", figure(arm.armature()))
            .put("damping", figure(arm.damping()))
            .put("joints", joints(arm))
            .put("delay_seconds", arm.delay().seconds())
            .put("least_delay_seconds", arm.delay().leastSeconds())
            .put("most_delay_seconds", arm.delay().mostSeconds())
            .put("joint_noise_rad", arm.positionNoiseRad())
            .put("speed_noise_rad_per_s", arm.speedNoiseRadPerS());
    arm.drives().ifPresent(drives -> json.put("lag_seconds", figure(drives.lagSeconds())));
    return json;
  }

  private static List<JsonObject> joints(IdentifiedArm arm) {
    List<JsonObject> joints = new ArrayList<>();
    for (int i = 0; i < arm.joints().size(); i++) {
      JsonObject joint =
          new JsonObject()
              .put("viscous_nms_per_rad", figure(arm.joints().get(i).dampingNmsPerRad()))
              .put("coulomb_nm", figure(arm.joints().get(i).coulombNm()))
              .put("unexplained_by_model_nm", arm.fit().nominalNm()[i])
              .put("unexplained_nm", arm.fit().identifiedNm()[i])
              .put("speed_to_noise", arm.fit().speedToNoise()[i]);
      int own = i;
      arm.drives().ifPresent(drives -> joint.put("gain", figure(drives.gains().get(own))));
      joints.add(joint);
    }
    return joints;
  }

  private static JsonObject figure(Figure figure) {
    return new JsonObject()
        .put("value", figure.value())
        .put("standard_error", figure.standardError());
  }
}
