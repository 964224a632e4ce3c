package dev.tandem.simbridge.task;

import dev.tandem.runtime.learn.FeatureEncoder;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.runtime.time.HotPath;
import java.util.ArrayList;
import java.util.List;

/** What the policy of {@link CableRoute} sees: tool, gripper, plug, and the cable beside clips. */
final class CableFeatures implements FeatureEncoder {
  private static final double[] MIDDLE_METRES = {0.45, 0, 0.15};
  private static final double[] PLUG_METRES = {0.5, 0, 0.012};
  private static final double ROOM_METRES = 0.2;
  private static final double NEAR_METRES = 0.1;
  private static final double CLIP_METRES = 0.05;
  private static final double HALF_OPEN_METRES = 0.04;
  private static final int AXES = 3;

  private final AffineFeatures channels;
  private final CableSight cable;
  private final int first;

  CableFeatures(SignalSpec observation, CableSight cable) {
    this.channels = new AffineFeatures(observation);
    this.cable = cable;
    channels.about("tool", MIDDLE_METRES, ROOM_METRES);
    channels.block("tool_velocity", 0.5);
    channels.channel("gripper.closed", 0.5, 0.5);
    channels.channel("gripper.width", HALF_OPEN_METRES, HALF_OPEN_METRES);
    channels.fromTool("plug", NEAR_METRES);
    channels.about("plug", PLUG_METRES, ROOM_METRES);
    this.first = channels.size();
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(channels.names());
    for (int clip = 0; clip < CableSight.CLIPS.length; clip++) {
      for (int axis = 0; axis < AXES; axis++) {
        names.add("cable_from_clip" + clip + "." + axis);
      }
    }
    return names;
  }

  @Override
  @HotPath
  public void encode(Observation seen, float[] to) {
    channels.encode(seen, to);
    for (int clip = 0; clip < CableSight.CLIPS.length; clip++) {
      double[] offset = cable.fromClipMetres(seen, clip);
      for (int axis = 0; axis < AXES; axis++) {
        to[first + AXES * clip + axis] = (float) (offset[axis] / CLIP_METRES);
      }
    }
  }
}
