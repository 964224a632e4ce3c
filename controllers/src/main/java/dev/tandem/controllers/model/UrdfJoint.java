package dev.tandem.controllers.model;

import dev.tandem.runtime.model.JointLimits;

/** One {@code <joint>} as the file has it. */
record UrdfJoint(
    String name, boolean moves, String parent, String child, Pose origin, XmlElement element) {

  static UrdfJoint of(XmlElement element) {
    String type = element.text("type");
    boolean moves = type.equals("revolute") || type.equals("continuous");
    if (!moves && !type.equals("fixed")) {
      throw element.error(
          "expected type revolute, continuous or fixed, found \""
              + type
              + "\"; model it with these or leave it out");
    }
    if (element.first("mimic").isPresent()) {
      throw element.error("expected an independent joint, found <mimic>; make it fixed");
    }
    return new UrdfJoint(
        element.text("name"),
        moves,
        element.required("parent").text("link"),
        element.required("child").text("link"),
        pose(element),
        element);
  }

  static Pose pose(XmlElement owner) {
    return owner
        .first("origin")
        .map(o -> Pose.of(o.vector("xyz", 0, 0, 0), o.vector("rpy", 0, 0, 0)))
        .orElse(Pose.IDENTITY);
  }

  /** Unit vector in the joint's frame. */
  double[] axis() {
    double[] axis =
        element
            .first("axis")
            .map(a -> a.vector("xyz", 1, 0, 0))
            .orElseGet(() -> new double[] {1, 0, 0});
    double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
    if (length < 1e-9) {
      throw element.error(
          "expected an axis with a direction, found 0 0 0; write for example 0 0 1");
    }
    return new double[] {axis[0] / length, axis[1] / length, axis[2] / length};
  }

  JointLimits limits() {
    XmlElement limit = element.required("limit");
    boolean endless = element.text("type").equals("continuous");
    double lower = endless ? Double.NEGATIVE_INFINITY : limit.number("lower");
    double upper = endless ? Double.POSITIVE_INFINITY : limit.number("upper");
    try {
      return new JointLimits(lower, upper, limit.number("velocity"), limit.number("effort"));
    } catch (IllegalArgumentException e) {
      throw element.error(e.getMessage() + "; mend <limit> in line " + limit.line());
    }
  }

  double dampingNmsPerRad() {
    return notNegative("damping");
  }

  /** Our own attribute; other parsers pass over it. */
  double armatureKgM2() {
    return notNegative("armature");
  }

  private double notNegative(String attribute) {
    double value = element.first("dynamics").map(d -> d.number(attribute, 0)).orElse(0.0);
    if (value < 0) {
      throw element.error("expected " + attribute + " >= 0, found " + value + "; change its sign");
    }
    return value;
  }
}
