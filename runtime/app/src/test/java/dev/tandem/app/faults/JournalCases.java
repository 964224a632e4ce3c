package dev.tandem.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.app.assembly.JournalPlan;
import dev.tandem.runtime.guard.Fault;
import dev.tandem.runtime.guard.Mode;
import dev.tandem.runtime.record.TickRecord;
import dev.tandem.runtime.record.TickRing;
import dev.tandem.runtime.record.TransitionAssembler;
import dev.tandem.runtime.record.journal.Journal;
import dev.tandem.runtime.record.journal.JournalException;
import dev.tandem.runtime.record.journal.JournalSettings;
import dev.tandem.runtime.record.journal.Recorder;
import dev.tandem.runtime.record.journal.SteadyRecorder;
import dev.tandem.runtime.signal.SignalSpec;
import dev.tandem.simbridge.fault.FullDisk;
import dev.tandem.simbridge.fault.MisplacedFile;
import dev.tandem.simbridge.task.SimulatedTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** A real journal beside the loop, which somebody takes away, or whose disk is full. */
final class JournalCases {
  private static final int LOOK_TICKS = 1_000;
  private static final int MOST_TICKS = 1_100;

  private JournalCases() {}

  /** Ticks until the loop knows, whichever way the journal was lost. */
  static long misplaced(Course course) {
    List<Consumer<MisplacedFile>> ways =
        List.of(MisplacedFile::delete, MisplacedFile::moveAway, MisplacedFile::replace);
    return ways.stream().mapToLong(way -> lose(way, course)).max().orElseThrow();
  }

  /** Ticks until the loop knows that the disk takes nothing; it takes all again afterwards. */
  static long full(Course course) {
    FaultRig rig = course.calm(Injection.NONE, 1);
    Path folder = folder();
    Path file = folder.resolve("journal.mcap");
    FullDisk disk = new FullDisk(channel(file));
    JournalPlan plan = plan(file);
    Journal journal = Journal.on(disk, file, plan.description(rig.task, rig.spec), plan.settings());
    TickRing ring = JournalPlan.ring(rig.task, rig.spec);
    TransitionAssembler assembler = new TransitionAssembler(rig.task, rig.spec);
    SteadyRecorder recorder =
        new SteadyRecorder(new Recorder(ring, journal, assembler, transition -> {}), rig.clock);
    for (int i = course.random.nextInt(LOOK_TICKS); i > 0; i--) {
      assertEquals(0, record(rig, ring, recorder), "all is well");
    }
    disk.set(true);
    long ticks = 0;
    while (record(rig, ring, recorder) == 0) {
      ticks++;
      assertTrue(ticks <= MOST_TICKS, "not seen");
    }
    assertEquals(Fault.JOURNAL_FAILED.bit(), record(rig, ring, recorder));
    assertEquals(Mode.RUN_POLICY, rig.authority.mode(), "goes on");
    disk.set(false);
    assertEquals(0, record(rig, ring, recorder), "there is room again");
    recorder.close();
    delete(folder);
    return ticks;
  }

  private static long record(FaultRig rig, TickRing ring, SteadyRecorder recorder) {
    TickRecord to = ring.claim();
    to.tick = rig.record.tick;
    to.startNanos = rig.record.startNanos;
    to.mode = rig.record.mode;
    System.arraycopy(rig.record.observation, 0, to.observation, 0, to.observation.length);
    ring.publish();
    return tick(rig, recorder);
  }

  private static FileChannel channel(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JournalPlan plan(Path file) {
    return new JournalPlan(file, "test", 1, "", new JournalSettings(0, 1));
  }

  private static long lose(Consumer<MisplacedFile> way, Course course) {
    FaultRig rig = course.calm(Injection.NONE, 1);
    Path folder = folder();
    Path file = folder.resolve("journal.mcap");
    SteadyRecorder recorder = new SteadyRecorder(recorder(rig.task, file), rig.clock);
    for (int i = course.random.nextInt(LOOK_TICKS); i > 0; i--) {
      assertEquals(0, tick(rig, recorder), "all is well");
    }
    way.accept(new MisplacedFile(file));
    long ticks = 0;
    while (tick(rig, recorder) == 0) {
      ticks++;
      assertTrue(ticks <= MOST_TICKS, "not seen");
    }
    assertEquals(Fault.JOURNAL_FAILED.bit(), rig.authority.faults());
    assertEquals(Mode.RUN_POLICY, rig.authority.mode(), "goes on");
    assertThrows(JournalException.class, recorder::close);
    delete(folder);
    return ticks;
  }

  private static Recorder recorder(SimulatedTask task, Path file) {
    SignalSpec spec = task.observationSpec();
    JournalPlan plan = plan(file);
    Journal journal = Journal.create(file, plan.description(task, spec), plan.settings());
    TransitionAssembler assembler = new TransitionAssembler(task, spec);
    return new Recorder(JournalPlan.ring(task, spec), journal, assembler, transition -> {});
  }

  private static long tick(FaultRig rig, SteadyRecorder recorder) {
    recorder.poll();
    rig.journalFailed = !recorder.keepsUp();
    rig.tick();
    return rig.authority.faults();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("tandem");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
