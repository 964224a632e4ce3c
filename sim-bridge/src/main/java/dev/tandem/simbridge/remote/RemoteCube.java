package dev.tandem.simbridge.remote;

import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.world.CubeChannels;
import dev.tandem.simbridge.world.CubeWorld;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An arm with a gripper and a cube that another program simulates. */
public final class RemoteCube extends RemoteWorld implements CubeWorld {
  /** Connects, and has the world made there. */
  public RemoteCube(RemoteAddress address, Chain arm) {
    this(address, new CubeChannels(arm));
  }

  private RemoteCube(RemoteAddress address, CubeChannels channels) {
    super(address, channels.observation(), channels.command());
    make(CubeKind.NAME, List.of());
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.CONTACT);
  }

  @Override
  public void place(double[] armRad, double cubeXMetres, double cubeYMetres) {
    double[] values = Arrays.copyOf(armRad, armRad.length + 2);
    values[armRad.length] = cubeXMetres;
    values[armRad.length + 1] = cubeYMetres;
    place(List.of(new Message.Part(CubeKind.ARM_AND_CUBE, values)));
  }

  @Override
  public void placeCube(double xMetres, double yMetres, double zMetres) {
    double[] values = {xMetres, yMetres, zMetres};
    place(List.of(new Message.Part(CubeKind.CUBE, values)));
  }
}
