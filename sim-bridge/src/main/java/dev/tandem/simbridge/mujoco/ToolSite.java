package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Where a site of a state is, and how fast it moves; metres, world axes. One thread. */
final class ToolSite {
  private final MujocoState state;
  private final Functions functions;
  private final int kind;
  private final int site;
  private final MemorySegment place;
  private final MemorySegment turningThenMoving = Arena.ofAuto().allocate(JAVA_DOUBLE, 6);

  ToolSite(MujocoState state, String name) {
    MujocoModel model = state.model();
    this.state = state;
    this.functions = model.library().functions();
    this.kind = model.library().layout().at(MujocoModel.Kind.SITE.field());
    this.site = model.id(MujocoModel.Kind.SITE, name);
    this.place = state.numbers("site_xpos", 3L * (site + 1));
  }

  /** [3] each; as of the last {@link MujocoState#stepToForces}. */
  @HotPath
  void read(double[] position, double[] velocity) {
    MujocoModel model = state.model();
    functions.objectVelocity(model.struct(), state.struct(), kind, site, turningThenMoving);
    for (int k = 0; k < 3; k++) {
      position[k] = place.getAtIndex(JAVA_DOUBLE, 3L * site + k);
      velocity[k] = turningThenMoving.getAtIndex(JAVA_DOUBLE, 3 + k);
    }
  }
}
