package dev.tandem.simbridge.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.tandem.runtime.time.HotPath;
import java.lang.foreign.MemorySegment;

/** What touches what in a state, as of its last step. Lengths in metres, world axes. */
final class ContactList {
  /** All of it, as a segment for each contact would have to be made anew. */
  private static final MemorySegment MEMORY = memory();

  private final MemorySegment state;
  private final long count;
  private final long list;
  private final long bytes;
  private final long point;
  private final long frame;
  private final long firstGeom;
  private final long secondGeom;

  ContactList(MujocoState state) {
    Layout layout = state.model().library().layout();
    this.state = state.struct();
    this.count = layout.at("mjData.ncon");
    this.list = layout.at("mjData.contact");
    this.bytes = layout.at("mjContact");
    this.point = layout.at("mjContact.pos");
    this.frame = layout.at("mjContact.frame");
    this.firstGeom = layout.at("mjContact.geom1");
    this.secondGeom = layout.at("mjContact.geom2");
  }

  @HotPath
  int count() {
    return state.get(JAVA_INT, count);
  }

  @HotPath
  int firstGeom(int contact) {
    return MEMORY.get(JAVA_INT, address(contact) + firstGeom);
  }

  @HotPath
  int secondGeom(int contact) {
    return MEMORY.get(JAVA_INT, address(contact) + secondGeom);
  }

  @HotPath
  void point(int contact, double[] to) {
    copy(address(contact) + point, to);
  }

  /** One of three: the normal, out of the first geom, and two tangents. */
  @HotPath
  void axis(int contact, int axis, double[] to) {
    copy(address(contact) + frame + 3L * axis * JAVA_DOUBLE.byteSize(), to);
  }

  private static void copy(long address, double[] to) {
    for (int k = 0; k < 3; k++) {
      to[k] = MEMORY.get(JAVA_DOUBLE, address + k * JAVA_DOUBLE.byteSize());
    }
  }

  private long address(int contact) {
    return state.get(JAVA_LONG, list) + contact * bytes;
  }

  @SuppressWarnings("restricted") // the launcher and the tests grant native access
  private static MemorySegment memory() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }
}
