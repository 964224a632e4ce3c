package dev.tandem.simbridge.mujoco;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which files the text of a model names, and where MuJoCo 2.2.2 looks for them: an included one
 * from the main one's folder on, whoever includes it; meshes, skins and height fields in {@code
 * meshdir}, textures in {@code texturedir}, of which the last that is said in the order of the
 * whole text holds for all; with {@code strippath} by the last part of their names.
 */
final class ModelReferences {
  private String meshFolder = "";
  private String textureFolder = "";
  private boolean stripsPaths;

  /** What a reference is to, by the element that makes it. */
  enum Kind {
    INCLUDE,
    MESH,
    SKIN,
    HFIELD,
    TEXTURE
  }

  /** A file by its name in the text. */
  record Reference(Kind kind, String name) {}

  /** Is told of each included file where it stands, so that it can be read before the rest. */
  interface Included {
    void read(Reference reference);
  }

  /** The files that one text names, in its order. */
  List<Reference> read(byte[] content, Included included) {
    List<Reference> references = new ArrayList<>();
    new Markup(content)
        .read((element, attributes) -> element(element, attributes, references, included));
    return references;
  }

  private void element(
      String element,
      Map<String, String> attributes,
      List<Reference> references,
      Included included) {
    for (Map.Entry<String, String> each : attributes.entrySet()) {
      String value = each.getValue();
      if (element.equals("compiler")) {
        compiler(each.getKey(), value);
      } else if (!value.isEmpty() && isFile(element, each.getKey())) {
        Kind kind = Kind.valueOf(element.toUpperCase(Locale.ROOT));
        Reference reference = new Reference(kind, value);
        references.add(reference);
        if (kind == Kind.INCLUDE) {
          included.read(reference);
        }
      }
    }
  }

  private void compiler(String name, String value) {
    switch (name) {
      case "meshdir" -> meshFolder = value;
      case "texturedir" -> textureFolder = value;
      case "strippath" -> stripsPaths = value.equals("true");
      default -> {
        // says nothing of files
      }
    }
  }

  /** Files of a texture's six faces are {@code fileright} and so on. */
  private static boolean isFile(String element, String attribute) {
    return switch (element) {
      case "mesh", "skin", "hfield" -> attribute.equals("file");
      case "texture" -> attribute.startsWith("file");
      default -> element.equalsIgnoreCase("include") && attribute.equals("file");
    };
  }

  /** From the main one's folder on; absolute where MuJoCo takes it as that. */
  String place(Reference reference) {
    if (reference.kind() == Kind.INCLUDE) {
      return reference.name();
    }
    String name = stripsPaths ? stripped(reference.name()) : reference.name();
    String in = reference.kind() == Kind.TEXTURE ? textureFolder : meshFolder;
    return isAbsolute(name) || in.isEmpty() ? name : in + "/" + name;
  }

  private static String stripped(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** As MuJoCo sees it, on every machine. */
  static boolean isAbsolute(String place) {
    return place.startsWith("/")
        || place.startsWith("\\")
        || place.contains(":/")
        || place.contains(":\\");
  }
}
