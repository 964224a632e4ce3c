package dev.tandem.app.train;

import dev.tandem.runtime.learn.Transition;
import java.util.List;

/**
 * One whole episode of one of several environments.
 *
 * @param stopped whether the safety layer cut it short
 * @param transitions in their order
 * @param notes for the record
 */
record PlayedEpisode(
    long number,
    boolean success,
    boolean stopped,
    List<Transition> transitions,
    List<String> notes) {
  PlayedEpisode {
    transitions = List.copyOf(transitions);
    notes = List.copyOf(notes);
  }
}
