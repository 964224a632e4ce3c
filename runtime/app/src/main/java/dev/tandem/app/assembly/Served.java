package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.app.robot.ShippedRobot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.Role;
import dev.tandem.simbridge.remote.TaskConversation;
import dev.tandem.simbridge.remote.WorldConversation;

/**
 * What other programs may step, each its own: the task, or the simulator alone that it is in.
 *
 * @param settings whose task, simulator and robot hold
 */
public record Served(RunSettings settings) implements Conversation.Maker {
  @Override
  public Conversation open(Role role) {
    return switch (role) {
      case TASK -> new TaskConversation(environment());
      case SIMULATOR -> world();
    };
  }

  private TaskEnvironment environment() {
    return new TaskEnvironment(
        Robot.of(settings).accepted(), Tasks.create(settings), settings.simulator());
  }

  private WorldConversation world() {
    return new WorldConversation(
        Tasks.world(settings.task(), settings.simulator()),
        ShippedRobot.ofTask(settings.task()).model().name(),
        settings.simulator());
  }
}
