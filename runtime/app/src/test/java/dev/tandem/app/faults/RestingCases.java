package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.robot.AuthorityFigures;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.loop.StopReport;
import dev.tandem.runtime.sense.Sensor;
import dev.tandem.safety.monitor.Channels;
import dev.tandem.simbridge.fault.Distortion;

/** An arm at rest in a stop, which should stay there. */
final class RestingCases {
  private static final int ELBOW = 3;
  private static final int REST_TICKS = 500;
  private static final int MOST_TICKS = 5000;
  private static final double HARDER_NM = 0.01;
  private static final AuthorityFigures STOPS = FaultRig.LIMITS.file().authority();

  private RestingCases() {}

  static FilterCase creeping() {
    return FilterCase.of(
        Fault.STANDSTILL_LOST,
        "at rest in a stop of category 2, then pushed away ever harder",
        "STOP1, from 0.05 rad away",
        1,
        RestingCases::creep);
  }

  private static long creep(Course course) {
    FaultRig rig = course.calm(fieldBroken(), 1);
    double placeRad = placeOfRest(rig);
    double awayRad = STOPS.standstillRad();
    long since = -1;
    for (int i = 0; rig.authority.mode() == Mode.STOP2; i++) {
      rig.push(ELBOW, HARDER_NM * i);
      rig.tick();
      since = Math.abs(elbow(rig) - placeRad) > awayRad ? since + 1 : -1;
      assertTrue(i < MOST_TICKS, "not seen");
    }
    StopReport report = rig.loop.stopReport();
    assertEquals(Mode.STOP1, report.mode(1));
    assertEquals(Fault.STANDSTILL_LOST, report.cause(1));
    assertTrue(since >= 0, "grew before it had left its place");
    return since;
  }

  /** Of the elbow, where all joints have come to rest at first. */
  private static double placeOfRest(FaultRig rig) {
    double placeRad = Double.NaN;
    rig.tick();
    for (int i = 0; i < REST_TICKS; i++) {
      assertEquals(Mode.STOP2, rig.tick());
      placeRad = Double.isNaN(placeRad) && rests(rig) ? elbow(rig) : placeRad;
    }
    return placeRad;
  }

  private static boolean rests(FaultRig rig) {
    boolean rests = true;
    for (int joint = 0; joint < rig.commandBefore.length; joint++) {
      double speed = rig.record.observation[rig.at("qd." + joint)];
      rests &= Math.abs(speed) <= STOPS.restRadPerS();
    }
    return rests;
  }

  private static double elbow(FaultRig rig) {
    return rig.record.observation[rig.at("q." + ELBOW)];
  }

  /** Nobody takes the push for a contact. */
  private static Injection fieldBroken() {
    Injection field = Injections.input(Channels.PROTECTIVE, Distortion.to(0));
    return new Injection() {
      @Override
      public Sensor inputs(FaultRig rig, Sensor healthy) {
        return field.inputs(rig, healthy);
      }

      @Override
      public boolean watchesContact() {
        return false;
      }
    };
  }
}
