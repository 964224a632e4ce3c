package dev.tandem.simbridge.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.signal.MutableImage;
import dev.tandem.simbridge.camera.Exposure.Stage;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilmTest {
  private final NumberedWorld world = new NumberedWorld();
  private final MutableImage image = new MutableImage(NumberedWorld.IMAGE);

  @AfterEach
  void close() {
    world.close();
  }

  private static Film film(int places, boolean developsAll) {
    return new Film(NumberedWorld.IMAGE, 1, places, developsAll);
  }

  private void expose(Film film, long stampNanos, long dueNanos) {
    world.number = stampNanos;
    film.expose(world, Appearance.NOMINAL, stampNanos, dueNanos);
  }

  private static Exposure begin(Film film) {
    return Objects.requireNonNull(film.begin());
  }

  private static void develop(Exposure exposure) {
    exposure.pixels[0] = (byte) exposure.pose[0];
    exposure.stage.set(Stage.DEVELOPED);
  }

  @Test
  void aPictureThatIsDueAfterANewerOneIsNotShownAnyMore() {
    Film film = film(3, true);
    expose(film, 1, 10);
    Exposure slow = begin(film);
    expose(film, 2, 2);
    develop(begin(film));
    assertTrue(film.take(2, -1, image));
    develop(slow);
    assertFalse(film.take(10, image.stampNanos(), image));
    assertEquals(2, image.get(0));
  }

  @Test
  void owesWhatIsDueAndNotDeveloped() {
    Film film = film(3, true);
    expose(film, 1, 5);
    assertFalse(film.owes(4));
    assertTrue(film.owes(5));
    Exposure begun = begin(film);
    assertTrue(film.owes(5));
    develop(begun);
    assertFalse(film.owes(5));
  }

  @Test
  void developsAllInTheirOrderOrTheNewestAlone() {
    Film all = film(4, true);
    Film newest = film(4, false);
    for (Film film : new Film[] {all, newest}) {
      expose(film, 1, 1);
      expose(film, 2, 2);
      expose(film, 3, 3);
    }
    assertEquals(1, begin(all).stampNanos);
    assertEquals(2, begin(all).stampNanos);
    assertEquals(3, begin(newest).stampNanos);
    assertNull(newest.begin());
    assertEquals(2, newest.droppedPictures());
    assertEquals(0, all.droppedPictures());
  }

  @Test
  void givesUpTheOldestThatWaitsWhereThereIsNoRoom() {
    Film film = film(3, true);
    expose(film, 1, 1);
    Exposure begun = begin(film);
    expose(film, 2, 2);
    expose(film, 3, 3);
    expose(film, 4, 4);
    assertEquals(1, film.droppedPictures());
    develop(begun);
    assertEquals(3, begin(film).stampNanos);
    assertEquals(4, begin(film).stampNanos);
  }
}
