package dev.tandem.simbridge.mujoco;

import dev.tandem.simbridge.world.ArmScene;
import dev.tandem.simbridge.world.TableScene;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model of our own in MJCF, with the files that it includes. */
public final class ModelSource {
  private final String main;
  private final Map<String, String> files;

  private ModelSource(String main, Map<String, String> files) {
    this.main = main;
    this.files = new LinkedHashMap<>(files);
  }

  /** The arm in a task's scene, with a peg for a tool. */
  static ModelSource of(ArmScene scene) {
    SceneText text = new SceneText(scene);
    return new ModelSource(
        "scene.xml",
        Map.of(
            "scene.xml",
            text.scene(),
            "tool.xml",
            text.peg(),
            "arm7.xml",
            resourceText("arm7.xml")));
  }

  /** The arm with a gripper over a table with loose things; the key frame 0 is its home. */
  public static ModelSource of(TableScene scene) {
    String file = scene.name() + ".xml";
    return new ModelSource(
        file,
        Map.of(
            file,
            resourceText(file),
            "table.xml",
            resourceText("table.xml"),
            "tool.xml",
            resourceText("gripper.xml"),
            "arm7.xml",
            resourceText("arm7.xml")));
  }

  /** One file of this package. */
  static ModelSource resource(String name) {
    return new ModelSource(name, Map.of(name, resourceText(name)));
  }

  private static String resourceText(String name) {
    try (InputStream in = ModelSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Writes all files; returns the one to load. */
  public Path writeTo(Path folder) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a model to " + folder, e);
    }
    return folder.resolve(main);
  }

  /** MuJoCo reads files only, so it gets some for a moment. */
  public MujocoModel load(Mujoco library) {
    try {
      Path folder = Files.createTempDirectory("tandem-mujoco");
      try {
        return MujocoModel.load(library, writeTo(folder), main);
      } finally {
        for (String name : files.keySet()) {
          Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a model to the folder of temporary files", e);
    }
  }
}
