package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.app.settings.CameraSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.settings.TouchSettings.PolicyGets;
import dev.tandem.simbridge.mujoco.RenderingUnavailableException;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.ErrorCode;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.Role;
import dev.tandem.simbridge.remote.TaskConversation;
import dev.tandem.simbridge.remote.WorldConversation;
import dev.tandem.simbridge.task.SeenTask;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.List;

/**
 * What other programs may step, each its own: the task, or the simulator alone that it is in.
 *
 * @param settings whose task, simulator and robot hold
 */
public record Served(RunSettings settings) implements Conversation.Maker {
  /** Wide and high are SERL's and gym-hil's pictures where nobody says otherwise. */
  private static final int PUBLISHED_PIXELS = 128;

  @Override
  public Conversation open(Role role, boolean wantsImages) throws ProtocolException {
    return switch (role) {
      case TASK -> new TaskConversation(wantsImages ? sighted() : environment(unseen(), false));
      case SIMULATOR -> world(wantsImages);
    };
  }

  /** What is there to be seen is only known now. */
  private TaskEnvironment sighted() throws ProtocolException {
    try {
      return environment(shown(), true);
    } catch (IllegalArgumentException | RenderingUnavailableException e) {
      throw new ProtocolException(ErrorCode.IMPOSSIBLE, "images: " + e.getMessage());
    }
  }

  /** With the cameras that every arm has where nobody names any. */
  private RunSettings shown() {
    if (!settings.cameras().isEmpty() || !settings.touch().isEmpty()) {
      return settings;
    }
    if (!Tasks.hasArm(settings.task())) {
      throw new IllegalArgumentException(
          "expected cameras of the body that is served, such as sim serve --set"
              + " 'cameras=[{name: NAME}]', found none");
    }
    return settings.withCameras(
        CameraSettings.frontAndWrist(
            Tasks.isPublished(settings) ? PUBLISHED_PIXELS : CameraSettings.defaults().width()));
  }

  /** Pictures that nobody gets are not made, unless what is served follows from them. */
  private RunSettings unseen() {
    boolean needed =
        !settings.encoder().file().isEmpty() || !settings.randomization().plan().hasNominalSight();
    return needed ? settings : settings.withCameras(List.of());
  }

  private static TaskEnvironment environment(RunSettings settings, boolean wantsImages) {
    SimulatedTask task = Tasks.create(settings);
    ServedImages images =
        wantsImages ? new ServedImages(task.cameras().configs()) : ServedImages.NONE;
    return new TaskEnvironment(
        Robot.of(settings).accepted(),
        task,
        wantsImages && showsTheRest(settings)
            ? SeenTask.sceneOf(task).proprioception()
            : task.encoder(),
        settings.simulator(),
        images);
  }

  /**
   * Whether images take the place of what else would be told, as the task was published: those of
   * cameras, and nothing beside that is not published.
   */
  private static boolean showsTheRest(RunSettings settings) {
    return Tasks.isPublished(settings)
        && !settings.cameras().isEmpty()
        && settings.encoder().file().isEmpty()
        && settings.touch().stream().allMatch(pad -> pad.policyGets() == PolicyGets.NOTHING);
  }

  private WorldConversation world(boolean wantsImages) throws ProtocolException {
    if (wantsImages) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "images: expected role 1 (task), found 2 (simulator), which tells numbers only");
    }
    return new WorldConversation(
        Tasks.world(settings.task(), settings.simulator()),
        ShippedRobot.ofTask(settings.task()).model().name(),
        settings.simulator());
  }
}
