package dev.tandem.app.assembly;

import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.simbridge.remote.Conversation;
import dev.tandem.simbridge.remote.ErrorCode;
import dev.tandem.simbridge.remote.ProtocolException;
import dev.tandem.simbridge.remote.Role;
import dev.tandem.simbridge.remote.TaskConversation;

/**
 * What other programs may step: a task of its own for each of them.
 *
 * @param settings whose task, simulator and robot hold
 */
public record Served(RunSettings settings) implements Conversation.Maker {
  @Override
  public Conversation open(Role role) throws ProtocolException {
    if (role != Role.TASK) {
      throw new ProtocolException(
          ErrorCode.WRONG_ROLE, "role: expected 1 (task), found " + role + "; nothing else here");
    }
    return new TaskConversation(
        new TaskEnvironment(
            Robot.of(settings).accepted(),
            Tasks.create(settings.task(), settings.simulator()),
            settings.simulator()));
  }
}
