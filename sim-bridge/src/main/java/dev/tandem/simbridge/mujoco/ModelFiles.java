package dev.tandem.simbridge.mujoco;

import dev.tandem.runtime.record.bytes.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The file of a model with all that it takes in: other files of MJCF, meshes, textures, height
 * fields. As they were when this was made.
 */
public final class ModelFiles {
  private static final List<String> FOLDERS = List.of("meshdir", "texturedir", "assetdir");

  private final Path main;
  private final Path folder;
  private final Map<Path, byte[]> contents = new LinkedHashMap<>();
  private final Set<String> folders = new LinkedHashSet<>(Set.of(""));
  private final List<String> taken = new ArrayList<>();

  private ModelFiles(Path main) {
    this.main = main;
    this.folder = main.toAbsolutePath().normalize().resolveSibling("");
  }

  /**
   * Reads them.
   *
   * @throws ModelException when one cannot be read, is no XML, or lies where the main one's folder
   *     does not reach
   */
  public static ModelFiles of(Path main) {
    ModelFiles files = new ModelFiles(main);
    files.add(files.folder.resolve(String.valueOf(main.getFileName())));
    for (int i = 0; i < files.taken.size(); i++) {
      files.find(files.taken.get(i));
    }
    return files;
  }

  private void add(Path file) {
    if (contents.containsKey(file)) {
      return;
    }
    try {
      byte[] content = Files.readAllBytes(file);
      contents.put(file, content);
      if (contents.size() == 1 || file.toString().endsWith(".xml")) {
        scan(content);
      }
    } catch (IOException e) {
      throw new ModelException(main.toString(), "expected a file that can be read, found " + file);
    } catch (XMLStreamException e) {
      throw new ModelException(main.toString(), file + " is no XML: " + e.getMessage());
    }
  }

  private void scan(byte[] content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamReader.START_ELEMENT) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
      }
    }
    reader.close();
  }

  /** Files of a cube's faces are {@code fileright} and so on, those of URDF {@code filename}. */
  private void attribute(String name, String value) {
    if (FOLDERS.contains(name)) {
      folders.add(value);
    } else if (name.startsWith("file")) {
      taken.add(value);
    }
  }

  /** Where MuJoCo finds it, which strips URDF's paths; what it does not find, it has told of. */
  private void find(String name) {
    for (String each : folders) {
      for (String its : List.of(name, name.substring(name.lastIndexOf('/') + 1))) {
        Path file = folder.resolve(each).resolve(its).normalize();
        if (Files.isRegularFile(file)) {
          requireWithin(file, name);
          add(file);
          return;
        }
      }
    }
  }

  private void requireWithin(Path file, String name) {
    if (!file.startsWith(folder) || Path.of(name).isAbsolute()) {
      throw new ModelException(
          main.toString(),
          "expected files in its folder or below, of which a run keeps a copy, found " + name);
    }
  }

  /** Of the contents one after the other, in hexadecimal digits; of one file its own. */
  public String sha256() {
    return Sha256.hex(contents.values().toArray(byte[][]::new));
  }

  /** Copies the main one to {@code file}, and what it takes in to the same places beside that. */
  public void copyTo(Path file) {
    Path to = file.toAbsolutePath().normalize();
    try {
      for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
        boolean isMain = each.getKey().equals(contents.keySet().iterator().next());
        Path copy = isMain ? to : to.resolveSibling(folder.relativize(each.getKey()));
        if (!isMain && copy.equals(to)) {
          throw new ModelException(
              main.toString(),
              "expected no other file named " + to.getFileName() + " beside it, found one");
        }
        Files.createDirectories(copy.resolveSibling(""));
        Files.write(copy, each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
