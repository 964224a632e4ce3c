package dev.tandem.app.sight;

import dev.tandem.app.assembly.Rig;
import dev.tandem.app.assembly.Tasks;
import dev.tandem.app.assembly.UnjournaledRecording;
import dev.tandem.app.robot.Robot;
import dev.tandem.app.settings.CameraSettings;
import dev.tandem.app.settings.RunSettings;
import dev.tandem.app.train.Seeds;
import dev.tandem.policies.encoder.EncoderShape;
import dev.tandem.policies.encoder.LabelledPictures;
import dev.tandem.runtime.decide.InterventionSource;
import dev.tandem.runtime.signal.Observation;
import dev.tandem.simbridge.person.WanderingExpert;
import dev.tandem.simbridge.task.Scene;
import dev.tandem.simbridge.task.SeenTask;
import dev.tandem.simbridge.task.SimulatedTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Takes pictures of episodes that nobody learns from, each with what the simulator knew at the
 * moment that it shows. Equal settings give equal pictures. One thread, simulated time.
 */
public final class PictureCollection implements AutoCloseable {
  /** Pictures that follow each other more closely show the same. */
  private static final double MOST_HZ = 25;

  private final SimulatedTask task;
  private final Scene scene;
  private final EncoderShape shape;
  private final Seeds seeds;
  private final Rig rig;
  private final Map<Long, float[]> truths = new HashMap<>();
  private final long[] stampsNanos;
  private long episode;

  /**
   * For the task and the cameras of a run, whatever its policy sees.
   *
   * @throws IllegalArgumentException when the task has no scene or nobody looks at it
   */
  public PictureCollection(RunSettings settings) {
    RunSettings blind = settings.withEncoder(settings.encoder().withoutFile());
    this.task = Tasks.create(blind.withCameras(seldom(settings.cameras())));
    this.scene = SeenTask.sceneOf(task);
    this.shape = EncoderShape.usual(task.cameras().images(), scene.shown().names());
    this.seeds = new Seeds(settings.seed());
    this.stampsNanos = new long[shape.images().size()];
    this.rig =
        new Rig(
            Robot.of(settings).accepted(),
            task,
            InterventionSource.NOBODY,
            new WanderingExpert(task.expert(), task.actionSpec(), seeds.stream("pictures")),
            new UnjournaledRecording(task));
  }

  private static List<CameraSettings> seldom(List<CameraSettings> cameras) {
    return cameras.stream()
        .map(
            each ->
                new CameraSettings(
                    each.name(),
                    each.width(),
                    each.height(),
                    Math.min(MOST_HZ, each.rateHz()),
                    each.delaySeconds()))
        .toList();
  }

  /** What an encoder for these pictures looks like. */
  public EncoderShape shape() {
    return shape;
  }

  /** What is to be read off them. */
  public Scene scene() {
    return scene;
  }

  /**
   * As many moments as are asked for, of episodes that were not used before.
   *
   * @param done told after each episode how many there are
   */
  public LabelledPictures take(int moments, IntConsumer done) {
    LabelledPictures pictures = new LabelledPictures(shape);
    while (pictures.size() < moments) {
      int before = pictures.size();
      play(pictures, moments);
      if (pictures.size() == before) {
        throw new IllegalStateException(
            "pictures: expected some of every episode, found none: " + rig.stopDescription());
      }
      done.accept(pictures.size());
    }
    return pictures;
  }

  private void play(LabelledPictures pictures, int moments) {
    task.reset(seeds.episode(episode));
    rig.restart();
    rig.loop().startEpisode(episode);
    truths.clear();
    int ticks = task.horizonSteps() * task.ticksPerDecision();
    for (int i = 0; i < ticks && !rig.loop().isStopped() && pictures.size() < moments; i++) {
      rig.loop().tick();
      keep(rig.loop().observation(), pictures);
    }
    rig.loop().endEpisode();
    episode++;
  }

  private void keep(Observation seen, LabelledPictures pictures) {
    float[] truth = new float[scene.shown().size()];
    scene.shown().encode(task.truth(seen), truth);
    truths.put(rig.nowNanos(), truth);
    long oldestNanos = Long.MAX_VALUE;
    boolean fresh = false;
    for (int slot = 0; slot < stampsNanos.length; slot++) {
      long stampNanos = seen.image(slot).stampNanos();
      fresh |= stampNanos != stampsNanos[slot];
      stampsNanos[slot] = stampNanos;
      oldestNanos = Math.min(oldestNanos, stampNanos);
    }
    float[] shown = truths.get(oldestNanos);
    if (fresh && shown != null) {
      pictures.add(pixels(seen), shown);
    }
  }

  private static byte[][] pixels(Observation seen) {
    byte[][] pixels = new byte[seen.imageCount()][];
    for (int slot = 0; slot < pixels.length; slot++) {
      pixels[slot] = new byte[seen.image(slot).spec().bytes()];
      seen.image(slot).copyTo(pixels[slot], 0);
    }
    return pixels;
  }

  /** Lets the simulator go. */
  @Override
  public void close() {
    rig.close();
  }
}
