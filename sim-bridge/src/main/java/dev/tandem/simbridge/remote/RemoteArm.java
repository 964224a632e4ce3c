package dev.tandem.simbridge.remote;

import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import dev.tandem.simbridge.world.ArmWorld;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An arm that another program simulates. */
public final class RemoteArm extends RemoteWorld implements ArmWorld {
  private final ArmScene scene;

  /** Connects, and has the scene made there. */
  public RemoteArm(RemoteAddress address, Chain arm, ArmScene scene) {
    this(address, new ArmSignals(arm, scene.sensors()), scene);
  }

  private RemoteArm(RemoteAddress address, ArmSignals signals, ArmScene scene) {
    super(address, signals.observation(), signals.command());
    this.scene = scene;
    make(ArmKind.NAME, SceneParts.of(scene));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT, Capability.WRENCH);
  }

  /** Boxes first go where they are now; a world that has diverged takes none before a reset. */
  @Override
  public void reset(long seed) {
    List<Message.Part> boxes = SceneParts.boxes(scene.obstacles());
    if (!boxes.isEmpty()) {
      if (hasDiverged()) {
        super.reset(seed);
      }
      place(boxes);
    }
    super.reset(seed);
  }

  @Override
  public void placeTool(double x, double y, double z) {
    List<Message.Part> parts = new ArrayList<>(SceneParts.boxes(scene.obstacles()));
    parts.add(new Message.Part(SceneParts.TOOL, new double[] {x, y, z}));
    place(parts);
  }

  @Override
  public void setState(double[] positionsRad, double[] speedsRadPerS) {
    double[] state = new double[positionsRad.length + speedsRadPerS.length];
    System.arraycopy(positionsRad, 0, state, 0, positionsRad.length);
    System.arraycopy(speedsRadPerS, 0, state, positionsRad.length, speedsRadPerS.length);
    place(List.of(new Message.Part(SceneParts.STATE, state)));
  }
}
