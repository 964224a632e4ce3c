package dev.tandem.simbridge.remote;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.plant.ToolPlacement;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmSignals;
import dev.tandem.simbridge.world.ArmWorld;
import java.util.List;

/** An arm among boxes and planes. */
public final class ArmKind implements WorldKind {
  static final String NAME = "arm";

  private final Chain arm;
  private final ArmSignals signals;
  private final ArmWorld.Maker maker;

  /**
   * For one arm.
   *
   * @param maker the simulator
   */
  public ArmKind(Chain arm, ArmWorld.Maker maker) {
    this.arm = arm;
    this.signals = new ArmSignals(arm, ArmScene.WrenchSensor.wrist());
    this.maker = maker;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SignalSpec observation() {
    return signals.observation();
  }

  @Override
  public SignalSpec command() {
    return signals.command();
  }

  @Override
  public Placed create(List<Message.Part> parts) throws ProtocolException {
    ArmScene scene = SceneParts.read(parts, signals.command().size());
    return new PlacedArm(scene, maker.create(scene), new ToolPlacement(arm));
  }
}
