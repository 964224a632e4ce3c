package dev.tandem.simbridge.plant;

import dev.tandem.simbridge.world.ContactParameters;
import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.Sphere;
import dev.tandem.simbridge.world.Wrench;
import java.util.List;

/**
 * Penalty contacts between the tool's spheres and the obstacles: a spring and a damper that cannot
 * pull, and Coulomb friction made smooth near zero slip.
 */
final class ContactModel {
  private final double[] spheres;
  private final Obstacle[] obstacles;
  private final ContactParameters parameters;
  private final double[] arm = new double[3];
  private final double[] point = new double[3];
  private final double[] velocity = new double[3];
  private final double[] normal = new double[3];
  private final double[] force = new double[3];

  ContactModel(List<Sphere> spheres, List<Obstacle> obstacles, ContactParameters parameters) {
    this.spheres =
        spheres.stream()
            .flatMapToDouble(s -> java.util.stream.DoubleStream.of(s.x(), s.y(), s.z(), s.radius()))
            .toArray();
    this.obstacles = obstacles.toArray(Obstacle[]::new);
    this.parameters = parameters;
  }

  /**
   * The wrench about the tool point.
   *
   * @param toolVelocity linear then angular, world axes, [6]
   */
  void compute(ChainKinematics pose, double[] toolVelocity, Wrench out) {
    out.clear();
    for (int s = 0; s < spheres.length; s += 4) {
      Vec.rotate(pose.toolRotation, 0, spheres, s, arm, 0);
      for (int k = 0; k < 3; k++) {
        point[k] = pose.tool[k] + arm[k];
      }
      for (Obstacle obstacle : obstacles) {
        double depth = spheres[s + 3] - obstacle.distance(point, normal);
        if (depth > 0) {
          touch(depth, toolVelocity);
          out.add(force, arm);
        }
      }
    }
  }

  private void touch(double depth, double[] toolVelocity) {
    Vec.cross(toolVelocity, 3, arm, 0, velocity, 0);
    Vec.add(toolVelocity, 0, velocity, 0);
    double normalSpeed = Vec.dot(velocity, 0, normal, 0);
    double press =
        Math.max(0, parameters.stiffnessNPerM() * depth - parameters.dampingNsPerM() * normalSpeed);
    double slipSquare = 0;
    for (int k = 0; k < 3; k++) {
      velocity[k] -= normalSpeed * normal[k];
      slipSquare += velocity[k] * velocity[k];
    }
    double slip = Math.max(Math.sqrt(slipSquare), parameters.slipSpeedMPerS());
    for (int k = 0; k < 3; k++) {
      force[k] = press * (normal[k] - parameters.friction() * velocity[k] / slip);
    }
  }
}
