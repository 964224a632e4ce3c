package dev.tandem.app.robot;

import dev.tandem.app.settings.Check;

/**
 * What holds while a person is near.
 *
 * @param toolSpeedMPerS the most of the tool point
 */
public record ReducedFigures(double toolSpeedMPerS) {
  public ReducedFigures {
    Check.above("reduced.tool_speed_m_per_s", toolSpeedMPerS, 0);
  }
}
