package dev.tandem.simbridge.mujoco;

import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.Box;
import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.Plane;
import dev.tandem.simbridge.world.Sphere;
import java.util.List;
import java.util.Locale;

/**
 * A scene in MJCF. Boxes are mocap bodies, so that they can be moved; obstacle {@code i} is the
 * {@code i}-th of the scene.
 */
final class SceneText {
  /** Shorter than that of two steps, and a contact would not be stable. */
  private static final int LEAST_STEPS = 2;

  private final ArmScene scene;

  SceneText(ArmScene scene) {
    this.scene = scene;
  }

  /** The name of an obstacle's body. */
  static String obstacle(int index) {
    return "obstacle" + index;
  }

  String scene() {
    return """
    <mujoco model="arm7 in a scene">
      <compiler angle="radian"/>
      <option timestep="%s"/>
      <default>
        <geom friction="%s 0.005 0.0001" solref="%s 1"/>
      </default>
      <visual>
        <global offwidth="640" offheight="480"/>
        <quality offsamples="0" shadowsize="0"/>
        <headlight ambient="0.5 0.5 0.5" diffuse="0.4 0.4 0.4"/>
      </visual>
      <statistic center="0.3 0 0.4" extent="0.8"/>
      <include file="arm7.xml"/>
      <worldbody>
        <light pos="0 0 3" dir="0 0 -1"/>
        <camera name="front" pos="1.3 0 0.7" xyaxes="0 1 0 -0.5 0 0.9" fovy="45"/>
    %s  </worldbody>
      <contact>
        <exclude body1="link7" body2="tool"/>
      </contact>
    </mujoco>
    """
        .formatted(
            scene.maxStepSeconds(), scene.contact().friction(), softnessSeconds(), obstacles());
  }

  /** Makes a mass of 1 kg on a contact as stiff as the scene's spring would. */
  private double softnessSeconds() {
    double springSeconds = 1 / Math.sqrt(scene.contact().stiffnessNPerM());
    return Math.max(LEAST_STEPS * scene.maxStepSeconds(), springSeconds);
  }

  private String obstacles() {
    StringBuilder text = new StringBuilder();
    List<Obstacle> obstacles = scene.obstacles();
    for (int i = 0; i < obstacles.size(); i++) {
      text.append(
          obstacles.get(i) instanceof Box box
              ? box(obstacle(i), box)
              : plane(obstacle(i), (Plane) obstacles.get(i)));
    }
    return text.toString();
  }

  private static String box(String name, Box box) {
    return "<body name=\"%s\" mocap=\"true\"><geom type=\"box\" size=\"%s %s %s\"/></body>%n"
        .formatted(name, box.half(0), box.half(1), box.half(2));
  }

  private static String plane(String name, Plane plane) {
    return "<geom name=\"%s\" type=\"plane\" pos=\"0 0 %s\" size=\"0 0 1\"/>%n"
        .formatted(name, plane.heightMetres());
  }

  /** The peg of the arm's URDF, seen as a cylinder, felt as the scene's spheres. */
  String peg() {
    StringBuilder spheres = new StringBuilder();
    for (Sphere sphere : scene.spheres()) {
      spheres.append(
          "    <geom type=\"sphere\" group=\"3\" pos=\"%s %s %s\" size=\"%s\"/>%n"
              .formatted(sphere.x(), sphere.y(), sphere.z(), sphere.radius()));
    }
    return String.format(
        Locale.ROOT,
        """
        <mujocoinclude>
          <body name="tool" pos="0 0 0.207">
            <inertial pos="0 0 -0.05" mass="0.1" diaginertia="8.58333e-05 8.58333e-05 5e-06"/>
            <geom type="cylinder" fromto="0 0 -0.1 0 0 0" size="0.01" contype="0" conaffinity="0"/>
            <site name="tool" rgba="0 0 0 0"/>
            <camera name="wrist" pos="-0.08 0 -0.1" xyaxes="0 1 0 1 0 0" fovy="60"/>
        %s  </body>
        </mujocoinclude>
        """,
        spheres);
  }
}
