package dev.tandem.simbridge.remote;

import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.world.TableChannels;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An arm with a gripper and a table with loose things that another program simulates. */
public final class RemoteTable extends RemoteWorld implements TableWorld {
  private final TableScene scene;

  /** Connects, and has the world made there. */
  public RemoteTable(RemoteAddress address, Chain arm, TableScene scene) {
    this(address, new TableChannels(arm, scene), scene);
  }

  private RemoteTable(RemoteAddress address, TableChannels channels, TableScene scene) {
    super(address, channels.observation(), channels.command());
    this.scene = scene;
    make(scene.name(), List.of());
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT);
  }

  @Override
  public void place(double[] armRad, double... metres) {
    double[] values = Arrays.copyOf(armRad, armRad.length + metres.length);
    System.arraycopy(metres, 0, values, armRad.length, metres.length);
    place(List.of(new Message.Part(TableKind.everything(scene), values)));
  }

  @Override
  public void placeThing(int thing, double xMetres, double yMetres, double zMetres) {
    double[] values = {xMetres, yMetres, zMetres};
    place(List.of(new Message.Part(scene.things().get(thing), values)));
  }
}
