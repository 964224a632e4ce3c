package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.record.bytes.Sha256;
import dev.tandem.simbridge.mujoco.ModelReferences.Kind;
import dev.tandem.simbridge.mujoco.ModelReferences.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of a model with all that it takes in: other files of MJCF, meshes, textures, height
 * fields. As they were when this was made.
 */
public final class ModelFiles {
  private final Path main;
  private final Path folder;
  private final ModelReferences places = new ModelReferences();
  private final Map<Path, Text> texts = new HashMap<>();
  private final Map<Path, byte[]> contents = new LinkedHashMap<>();

  /** One file of MJCF. */
  private record Text(byte[] content, List<Reference> references) {}

  private ModelFiles(Path main) {
    this.main = main;
    this.folder = main.toAbsolutePath().normalize().resolveSibling("");
  }

  /**
   * Reads them. Whether they are a model MuJoCo alone can tell.
   *
   * @throws ModelException when one cannot be read or lies where the main one's folder does not
   *     reach
   */
  public static ModelFiles of(Path main) {
    ModelFiles files = new ModelFiles(main);
    Path first = files.folder.resolve(String.valueOf(main.getFileName()));
    files.read(first);
    files.take(first);
    return files;
  }

  /** With all that it includes, since what is included may say where the others' files are. */
  private void read(Path file) {
    if (texts.containsKey(file)) {
      return;
    }
    byte[] content = bytes(file);
    texts.put(file, new Text(content, List.of()));
    List<Reference> references =
        places.read(content, included -> found(included).ifPresent(this::read));
    texts.put(file, new Text(content, references));
  }

  private byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ModelException(main.toString(), "expected a file that can be read, found " + file);
    }
  }

  /** The main one, what it names, then what those name. */
  private void take(Path first) {
    List<Reference> open = new ArrayList<>(take(first, Kind.INCLUDE));
    for (int i = 0; i < open.size(); i++) {
      Reference each = open.get(i);
      found(each).ifPresent(file -> open.addAll(take(file, each.kind())));
    }
  }

  private List<Reference> take(Path file, Kind kind) {
    Text text = texts.get(file);
    if (contents.containsKey(file)) {
      return List.of();
    }
    if (kind == Kind.INCLUDE && text != null) {
      contents.put(file, text.content());
      return text.references();
    }
    contents.put(file, bytes(file));
    return List.of();
  }

  /** What MuJoCo does not find, it has told of. */
  private Optional<Path> found(Reference reference) {
    String place = places.place(reference);
    Path file = within(place);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (!file.startsWith(folder) || ModelReferences.isAbsolute(place)) {
      throw new ModelException(
          main.toString(),
          "expected files in its folder or below, of which a run keeps a copy, found " + place);
    }
    return Optional.of(file);
  }

  private Path within(String place) {
    try {
      return folder.resolve(place).normalize();
    } catch (InvalidPathException e) {
      throw new ModelException(
          main.toString(),
          "expected names that can be said in this machine's locale, found "
              + place
              + "; start with LC_ALL=C.UTF-8");
    }
  }

  /** Of the contents one after the other, in hexadecimal digits; of one file its own. */
  public String sha256() {
    return Sha256.hex(contents.values().toArray(byte[][]::new));
  }

  /**
   * That a copy of the main one can have another name beside its files.
   *
   * @throws ModelException when one of these has that
   */
  public void requireFree(String name) {
    copies(folder.resolve(name));
  }

  /**
   * Copies the main one to {@code file}, and what it takes in to the same places beside that.
   *
   * @throws ModelException when two would have one place; then nothing is written
   */
  public void copyTo(Path file) {
    try {
      for (Map.Entry<Path, byte[]> each : copies(file.toAbsolutePath().normalize()).entrySet()) {
        Files.createDirectories(each.getKey().resolveSibling(""));
        Files.write(each.getKey(), each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private Map<Path, byte[]> copies(Path to) {
    Map<Path, byte[]> copies = new LinkedHashMap<>();
    for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
      Path copy =
          copies.isEmpty() ? to : to.resolveSibling(folder.relativize(each.getKey()).toString());
      if (copies.put(copy, each.getValue()) != null) {
        throw new ModelException(
            main.toString(),
            "expected no file named %s among those that it takes in, as a run's copy of it is named so, found one; give that another name"
                .formatted(to.getFileName()));
      }
    }
    return copies;
  }
}
