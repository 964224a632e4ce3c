package dev.tandem.simbridge.mujoco;

import static dev.tandem.simbridge.mujoco.ReadBack.expect;
import static dev.tandem.simbridge.mujoco.ReadBack.expectFloat;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Reads everything that the layout names back from a tiny model of odd values, so that a library
 * built in another way is refused instead of misread.
 */
final class SelfCheck {
  private static final double POSITION_RAD = 0.4;
  private static final double SPEED_RAD_PER_S = 0.7;
  private static final double CONTROL_NM = 3.25;

  /** Beyond the joint's limit, and so far that the force against it is out of all bounds. */
  private static final double FAR_RAD = 5e9;

  private final MujocoModel model;
  private final MujocoState state;
  private final Layout layout;

  private SelfCheck(MujocoModel model, MujocoState state) {
    this.model = model;
    this.state = state;
    this.layout = model.library().layout();
  }

  /** Throws {@link MujocoUnavailableException} with what was misread. */
  static void of(Mujoco library) {
    try (MujocoModel model = ModelSource.resource("odd.xml").load(library);
        MujocoState state = new MujocoState(model)) {
      new SelfCheck(model, state).run();
    } catch (ModelException | IndexOutOfBoundsException e) {
      throw new MujocoUnavailableException("the check of its layout failed: " + e.getMessage());
    }
  }

  private void run() {
    sizes();
    figures();
    looks();
    names();
    state();
    pushes();
    contacts();
    divergence("mjWARN_BADQPOS", state.positions(), Double.NaN);
    divergence("mjWARN_BADQVEL", state.speeds(), Double.NaN);
    divergence("mjWARN_BADCTRL", state.controls(), Double.NaN);
    divergence("mjWARN_BADQACC", state.positions(), FAR_RAD);
  }

  private void sizes() {
    expect("nq", 15, model.count("nq"));
    expect("nv", 13, model.count("nv"));
    expect("nu", 1, model.count("nu"));
    expect("nbody", 5, model.count("nbody"));
    expect("njnt", 3, model.count("njnt"));
    expect("ngeom", 6, model.count("ngeom"));
    expect("ncam", 2, model.count("ncam"));
    expect("nlight", 1, model.count("nlight"));
    expect("nkey", 2, model.count("nkey"));
    expect("nmocap", 1, model.count("nmocap"));
    expect("nsensordata", 6, model.count("nsensordata"));
    expect("nstack", 600_000, model.count("nstack"));
    expect("image width", 123, model.count("vis.global.offwidth"));
    expect("image height", 77, model.count("vis.global.offheight"));
    expect("timestep", 0.00371, model.timestepSeconds());
    MemorySegment gravity = model.inPlace("opt.gravity", 3);
    expect("gravity", new double[] {0.5, 0, -7.25}, gravity.toArray(JAVA_DOUBLE));
  }

  private void figures() {
    expect("mass of the world", 0, model.numbers("body_mass", 1)[0]);
    expect("mass", 3.75, model.numbers("body_mass", 2)[1]);
    expect("inertia", 2.5, model.numbers("body_inertia", 6)[5]);
    expect("friction", 0.85, model.numbers("geom_friction", 1)[0]);
    expect("mocap body", 0, model.integers("body_mocapid", 5)[4]);
    expect("no mocap body", -1, model.integers("body_mocapid", 5)[3]);
    expect("a free joint's type", layout.at("mjJNT_FREE"), model.integers("jnt_type", 3)[2]);
    expect("place among positions", 8, model.integers("jnt_qposadr", 3)[2]);
    expect("place among speeds", 7, model.integers("jnt_dofadr", 3)[2]);
    expect("range", 0.8, model.numbers("jnt_range", 2)[1]);
    expect("armature", 0.17, model.numbers("dof_armature", 1)[0]);
    expect("damping", 0.31, model.numbers("dof_damping", 1)[0]);
    expect("body of a geom", 3, model.integers("geom_bodyid", 3)[2]);
    expect("size of a geom", 0.25, model.numbers("geom_size", 18)[13]);
    int[] types = model.integers("geom_type", 6);
    List<String> kinds = List.of("SPHERE", "SPHERE", "CAPSULE", "CYLINDER", "BOX");
    for (int i = 0; i < kinds.size(); i++) {
      expect("type of a geom", layout.at("mjGEOM_" + kinds.get(i)), types[i + 1]);
    }
    expect("control range", 3.5, model.numbers("actuator_ctrlrange", 2)[1]);
  }

  private void looks() {
    expect("place of a camera", 2.2, model.numbers("cam_pos", 5)[4]);
    expect("turn of a camera", -0.5, model.numbers("cam_quat", 2)[1]);
    expect("field of view", 53, model.numbers("cam_fovy", 2)[1]);
    expect("place of a light", 3.2, model.numbers("light_pos", 2)[1]);
    expectFloat("ambient light", 0.42f, model.floats("light_ambient", 2));
    expectFloat("diffuse light", 0.52f, model.floats("light_diffuse", 2));
    expectFloat("specular light", 0.62f, model.floats("light_specular", 2));
    expectFloat("ambient headlight", 0.12f, model.floatsInPlace("vis.headlight.ambient", 2));
    expectFloat("diffuse headlight", 0.22f, model.floatsInPlace("vis.headlight.diffuse", 2));
    expectFloat("specular headlight", 0.32f, model.floatsInPlace("vis.headlight.specular", 2));
    expectFloat("colour", 0.72f, model.floats("geom_rgba", 2));
  }

  private void names() {
    expect("body", 2, model.id(MujocoModel.Kind.BODY, "left"));
    expect("joint", 2, model.id(MujocoModel.Kind.JOINT, "free"));
    expect("geom", 4, model.id(MujocoModel.Kind.GEOM, "cylinder"));
    expect("site", 0, model.id(MujocoModel.Kind.SITE, "site"));
    expect("camera", 0, model.id(MujocoModel.Kind.CAMERA, "camera"));
    expect("actuator", 0, model.id(MujocoModel.Kind.ACTUATOR, "motor"));
  }

  private void state() {
    state.positions().set(JAVA_DOUBLE, 0, POSITION_RAD);
    state.speeds().set(JAVA_DOUBLE, 0, SPEED_RAD_PER_S);
    state.controls().set(JAVA_DOUBLE, 0, CONTROL_NM);
    state.step();
    double height = 1 + 0.5 * Math.cos(POSITION_RAD);
    double[] expected = {
      POSITION_RAD, SPEED_RAD_PER_S, CONTROL_NM, 0.5 * Math.sin(POSITION_RAD), 0, height
    };
    for (int i = 0; i < expected.length; i++) {
      expect("sensor " + i, expected[i], state.sensors().getAtIndex(JAVA_DOUBLE, i));
    }
    expect("site", height, number("site_xpos", 2));
    expect("mocap position", 8, number("mocap_pos", 1));
    expect("mocap turn", 0.7, number("mocap_quat", 1));
    expect("geom", 8.5, number("geom_xpos", 16));
    expect("turn of a geom", 0.6, number("geom_xmat", 46));
    expect("middle of a mass", 0.12, number("xipos", 4));
    expect("mass in an inertia", 3.75, number("cinert", 19));
    expect("speed of a body", SPEED_RAD_PER_S, number("cvel", 7));
    expect("force of a drive", CONTROL_NM, number("qfrc_actuator", 0));
    expect("time", 0.00371, state.timeSeconds());
  }

  private double number(String field, int index) {
    return state.numbers(field, index + 1).getAtIndex(JAVA_DOUBLE, index);
  }

  /** Against the drive, as hard: it turns as if there were neither. */
  private void pushes() {
    state.reset();
    state.step();
    double alone = state.speeds().get(JAVA_DOUBLE, 0);
    state.reset();
    state.controls().set(JAVA_DOUBLE, 0, CONTROL_NM);
    state.numbers("qfrc_applied", 1).set(JAVA_DOUBLE, 0, -CONTROL_NM);
    state.step();
    expect("speed of what is pushed", alone, state.speeds().get(JAVA_DOUBLE, 0));
  }

  /** Two balls, each a centimetre deep in the floor. */
  private void contacts() {
    ContactList contacts = new ContactList(state);
    expect("contacts", 2, contacts.count());
    double[] found = new double[3];
    for (int contact = 0; contact < 2; contact++) {
      expect("first geom", 0, contacts.firstGeom(contact));
      expect("second geom", 1 + contact, contacts.secondGeom(contact));
      contacts.point(contact, found);
      expect("contact", new double[] {0.3 + contact, 0.2, -5.005}, found);
      contacts.axis(contact, 0, found);
      expect("normal", new double[] {0, 0, 1}, found);
    }
    MemorySegment force = Arena.ofAuto().allocate(JAVA_DOUBLE, 6);
    model.library().functions().contactForce(model.struct(), state.struct(), 0, force);
    model.library().functions().forcesOnBodies(model.struct(), state.struct());
    expect("force on a body", force.getAtIndex(JAVA_DOUBLE, 0), number("cfrc_ext", 17));
  }

  /** A bad number is counted as what it is. */
  private void divergence(String kind, MemorySegment numbers, double bad) {
    state.reset();
    numbers.set(JAVA_DOUBLE, 0, bad);
    state.step();
    int struct = layout.at("mjWarningStat");
    long at = layout.at("mjData.warning") + (long) struct * layout.at(kind);
    expect(kind, 1, state.struct().get(JAVA_INT, at + layout.at("mjWarningStat.number")));
  }
}
