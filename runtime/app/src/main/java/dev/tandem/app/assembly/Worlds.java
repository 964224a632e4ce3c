package dev.tandem.app.assembly;

import dev.tandem.runtime.model.Chain;
import dev.tandem.simbridge.mujoco.Mujoco;
import dev.tandem.simbridge.mujoco.MujocoArm;
import dev.tandem.simbridge.mujoco.MujocoTable;
import dev.tandem.simbridge.plant.ChainPlant;
import dev.tandem.simbridge.remote.RemoteAddress;
import dev.tandem.simbridge.remote.RemoteArm;
import dev.tandem.simbridge.remote.RemoteTable;
import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.ArmWorld;
import dev.tandem.simbridge.world.TableScene;
import dev.tandem.simbridge.world.TableWorld;

/** What a simulator can make for the tasks, with one of the arms that Tandem ships. */
interface Worlds {
  /** The simulator of another program. */
  String REMOTE = "remote";

  ArmWorld arm(ArmScene scene);

  TableWorld table(TableScene scene);

  /** Throws with the names there are when there is no such simulator. */
  static Worlds of(String simulator, Chain arm) {
    return switch (simulator) {
      case "mujoco" -> new MujocoWorlds(arm);
      case "plant" -> new Plant(arm);
      case REMOTE -> new RemoteWorlds(arm, RemoteAddress.USUAL);
      default -> new RemoteWorlds(arm, address(simulator));
    };
  }

  private static RemoteAddress address(String simulator) {
    if (!isRemote(simulator)) {
      throw new IllegalArgumentException(
          "simulator: expected one of [mujoco, plant, remote], found " + simulator);
    }
    try {
      return RemoteAddress.parse(simulator.substring(REMOTE.length() + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "simulator: expected remote:HOST:PORT, found " + simulator, e);
    }
  }

  static boolean isRemote(String simulator) {
    return simulator.equals(REMOTE) || simulator.startsWith(REMOTE + ":");
  }

  record Plant(Chain arm) implements Worlds {
    @Override
    public ArmWorld arm(ArmScene scene) {
      return new ChainPlant(arm, scene);
    }

    @Override
    public TableWorld table(TableScene scene) {
      throw new IllegalArgumentException(
          "simulator: expected mujoco for a task with a gripper and loose things, found plant,"
              + " the embedded one, which has neither; add --sim mujoco");
    }
  }

  record MujocoWorlds(Chain arm) implements Worlds {
    @Override
    public ArmWorld arm(ArmScene scene) {
      return new MujocoArm(Mujoco.shared(), arm, scene);
    }

    @Override
    public TableWorld table(TableScene scene) {
      return new MujocoTable(Mujoco.shared(), arm, scene);
    }
  }

  record RemoteWorlds(Chain arm, RemoteAddress address) implements Worlds {
    @Override
    public ArmWorld arm(ArmScene scene) {
      return new RemoteArm(address, arm, scene);
    }

    @Override
    public TableWorld table(TableScene scene) {
      return new RemoteTable(address, arm, scene);
    }
  }
}
