package dev.tandem.runtime.signal;

/**
 * What the robot senses in one tick: named numbers in SI units, and the newest frame per camera.
 */
public interface Observation extends Signal {
  int imageCount();

  Image image(int slot);
}
