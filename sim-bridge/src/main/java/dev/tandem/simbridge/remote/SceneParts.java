package dev.tandem.simbridge.remote;

import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.Box;
import dev.tandem.simbridge.world.ContactParameters;
import dev.tandem.simbridge.world.Obstacle;
import dev.tandem.simbridge.world.Plane;
import dev.tandem.simbridge.world.Sphere;
import java.util.ArrayList;
import java.util.List;

/** An arm's scene as named numbers, and back. The document lists the names. */
final class SceneParts {
  static final String TOOL = "tool";
  static final String STATE = "state";
  static final String BOX = "box";

  private static final String HOME = "home";
  private static final String SPHERE = "sphere";
  private static final String PLANE = "plane";
  private static final String CONTACT = "contact";
  private static final String MAX_STEP = "max_step";
  private static final String WRENCH = "wrench";

  /** Nobody shall make this machine compute for ever. */
  private static final double LEAST_STEP_SECONDS = 1e-5;

  /** Every sphere may touch every box and plane, at every step. */
  private static final int MOST_BODIES = 100;

  private final List<Sphere> spheres = new ArrayList<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private double[] home = {};
  private double[] contact = {};
  private double[] maxStep = {};
  private double[] wrench = {};

  private SceneParts() {}

  static List<Message.Part> of(ArmScene scene) {
    List<Message.Part> parts = new ArrayList<>();
    parts.add(new Message.Part(HOME, scene.homeRad()));
    for (Sphere s : scene.spheres()) {
      parts.add(part(SPHERE, s.x(), s.y(), s.z(), s.radius()));
    }
    scene.obstacles().forEach(obstacle -> parts.add(obstacle(obstacle)));
    ContactParameters soft = scene.contact();
    parts.add(
        part(
            CONTACT,
            soft.stiffnessNPerM(),
            soft.dampingNsPerM(),
            soft.friction(),
            soft.slipSpeedMPerS()));
    parts.add(part(MAX_STEP, scene.maxStepSeconds()));
    ArmScene.WrenchSensor sensor = scene.sensors();
    parts.add(part(WRENCH, sensor.forceNoiseN(), sensor.torqueNoiseNm(), sensor.filterSeconds()));
    return parts;
  }

  private static Message.Part obstacle(Obstacle obstacle) {
    if (obstacle instanceof Plane plane) {
      return part(PLANE, plane.heightMetres());
    }
    Box box = (Box) obstacle;
    return part(
        BOX, box.half(0), box.half(1), box.half(2), box.center(0), box.center(1), box.center(2));
  }

  private static Message.Part part(String name, double... values) {
    return new Message.Part(name, values);
  }

  /** One part for each box: its index among the obstacles, and its centre, metres. */
  static List<Message.Part> boxes(List<Obstacle> obstacles) {
    List<Message.Part> parts = new ArrayList<>();
    for (int i = 0; i < obstacles.size(); i++) {
      if (obstacles.get(i) instanceof Box box) {
        parts.add(part(BOX, i, box.center(0), box.center(1), box.center(2)));
      }
    }
    return parts;
  }

  /**
   * The scene that the parts make.
   *
   * @param joints of the arm
   */
  static ArmScene read(List<Message.Part> parts, int joints) throws ProtocolException {
    Frames.requireFew("scene", parts);
    SceneParts read = new SceneParts();
    for (Message.Part part : parts) {
      Frames.requireFinite(part);
      read.take(part);
    }
    requireFor(joints, read.home);
    requireFewBodies(read.spheres.size() + read.obstacles.size());
    return read.scene();
  }

  private static void requireFewBodies(int bodies) throws ProtocolException {
    if (bodies > MOST_BODIES) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "scene: expected at most %d spheres, boxes and planes, found %d"
              .formatted(MOST_BODIES, bodies));
    }
  }

  private static void requireFor(int joints, double[] home) throws ProtocolException {
    if (home.length != joints) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "home: expected " + joints + " numbers, one a joint, found " + home.length);
    }
  }

  private void take(Message.Part part) throws ProtocolException {
    double[] values = part.values();
    switch (part.name()) {
      case HOME -> {
        Frames.requireWithinReason(part);
        home = once(part, home);
      }
      case SPHERE -> {
        Frames.requireWithinReason(part);
        Frames.requireSize(part, 4);
        SceneBounds.requireRadius(values[3]);
        spheres.add(new Sphere(values[0], values[1], values[2], values[3]));
      }
      case BOX -> obstacles.add(box(part));
      case PLANE -> {
        Frames.requireSize(part, 1);
        Frames.requireWithinReason(part);
        obstacles.add(new Plane(values[0]));
      }
      case CONTACT -> contact = SceneBounds.requireContact(once(part, contact, 4));
      case MAX_STEP -> maxStep = once(part, maxStep, 1);
      case WRENCH -> wrench = SceneBounds.requireWrench(once(part, wrench, 3));
      default -> throw Frames.unknownPart(part, "a scene");
    }
  }

  private static double[] once(Message.Part part, double[] before, int size)
      throws ProtocolException {
    Frames.requireSize(part, size);
    return once(part, before);
  }

  /** Nobody can tell which of two was meant. */
  private static double[] once(Message.Part part, double[] before) throws ProtocolException {
    if (before.length > 0) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE,
          "scene: expected one " + part.name() + ", found a second; leave one out");
    }
    return part.values();
  }

  private static Box box(Message.Part part) throws ProtocolException {
    double[] values = Frames.requireSize(part, 6);
    Frames.requireWithinReason(part);
    for (int axis = 0; axis < 3; axis++) {
      SceneBounds.requireHalfExtent(values[axis]);
    }
    Box box = new Box(values[0], values[1], values[2]);
    box.moveTo(values[3], values[4], values[5]);
    return box;
  }

  private ArmScene scene() throws ProtocolException {
    if (contact.length == 0 || maxStep.length == 0 || wrench.length == 0) {
      throw new ProtocolException(
          ErrorCode.IMPOSSIBLE, "scene: expected contact, max_step and wrench, found less");
    }
    SceneBounds.requireStep(maxStep[0]);
    return new ArmScene(
        home,
        spheres,
        obstacles,
        new ContactParameters(contact[0], contact[1], contact[2], contact[3]),
        Math.clamp(maxStep[0], LEAST_STEP_SECONDS, WorldConversation.MOST_SECONDS),
        new ArmScene.WrenchSensor(wrench[0], wrench[1], wrench[2]));
  }
}
