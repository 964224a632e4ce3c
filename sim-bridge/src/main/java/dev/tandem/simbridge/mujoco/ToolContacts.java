package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import dev.tandem.runtime.time.HotPath;
import dev.tandem.simbridge.world.Wrench;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What all contacts together do to one body, about a point. One thread. */
final class ToolContacts {
  private static final int FORCE_AND_TORQUE = 6;

  private final MujocoState state;
  private final Functions functions;
  private final ContactList contacts;
  private final int[] bodyOfGeom;
  private final int body;
  private final MemorySegment inContact = Arena.ofAuto().allocate(JAVA_DOUBLE, FORCE_AND_TORQUE);
  private final double[] axis = new double[3];
  private final double[] arm = new double[3];
  private final double[] force = new double[3];
  private final double[] moment = new double[3];

  ToolContacts(MujocoState state, int body) {
    MujocoModel model = state.model();
    this.state = state;
    this.functions = model.library().functions();
    this.contacts = new ContactList(state);
    this.bodyOfGeom = model.integers("geom_bodyid", model.count("ngeom"));
    this.body = body;
  }

  /** The wrench about a point of the world, metres, in world axes, as of the last step's forces. */
  @HotPath
  void compute(double[] point, Wrench out) {
    out.clear();
    int count = contacts.count();
    for (int contact = 0; contact < count; contact++) {
      if (bodyOfGeom[contacts.secondGeom(contact)] == body) {
        add(contact, 1, point, out);
      } else if (bodyOfGeom[contacts.firstGeom(contact)] == body) {
        add(contact, -1, point, out);
      }
    }
  }

  private void add(int contact, int sign, double[] point, Wrench out) {
    functions.contactForce(state.model().struct(), state.struct(), contact, inContact);
    contacts.point(contact, arm);
    for (int k = 0; k < 3; k++) {
      arm[k] -= point[k];
      force[k] = 0;
      moment[k] = 0;
    }
    for (int row = 0; row < 3; row++) {
      contacts.axis(contact, row, axis);
      double along = sign * inContact.getAtIndex(JAVA_DOUBLE, row);
      double about = sign * inContact.getAtIndex(JAVA_DOUBLE, 3 + row);
      for (int k = 0; k < 3; k++) {
        force[k] += along * axis[k];
        moment[k] += about * axis[k];
      }
    }
    out.add(force, arm);
    for (int k = 0; k < 3; k++) {
      out.moment[k] += moment[k];
    }
  }
}
