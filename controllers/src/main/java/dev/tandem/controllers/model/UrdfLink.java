package dev.tandem.controllers.model;

import java.util.Optional;

/** One {@code <link>} as the file has it; {@code inertial} in the link's frame. */
record UrdfLink(String name, Optional<RigidBody> inertial, XmlElement element) {

  static UrdfLink of(XmlElement element) {
    return new UrdfLink(
        element.text("name"), element.first("inertial").map(UrdfLink::body), element);
  }

  private static RigidBody body(XmlElement inertial) {
    double massKg = inertial.required("mass").number("value");
    if (!(massKg > 0)) {
      throw inertial.error("expected a mass > 0 kg, found " + massKg + "; weigh the link");
    }
    XmlElement inertia = inertial.required("inertia");
    double[] figures = {
      inertia.number("ixx"),
      inertia.number("iyy"),
      inertia.number("izz"),
      inertia.number("ixy", 0),
      inertia.number("ixz", 0),
      inertia.number("iyz", 0)
    };
    RigidBody body = new RigidBody(massKg, new double[3], figures);
    if (!body.isPossible()) {
      throw inertia.error(
          "expected the inertia of a rigid body (positive, and no axis above the sum of the other"
              + " two), found other figures; check units (kg m2) and signs");
    }
    return body.in(UrdfJoint.pose(inertial));
  }
}
