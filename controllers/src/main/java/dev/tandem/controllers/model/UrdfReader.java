package dev.tandem.controllers.model;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a serial chain of revolute joints out of a URDF file.
 *
 * <p>Links behind fixed joints are lumped into the body that carries them; so is whatever hangs off
 * the chain, as if held at its zero position. Joints that move need {@code <limit>}, the links they
 * move need {@code <inertial>}. Rotor inertia is read from {@code <dynamics armature="...">}, in kg
 * m2, which other parsers pass over.
 */
public final class UrdfReader {
  private final UrdfTree tree;
  private final List<UrdfJoint> path;

  private UrdfReader(UrdfTree tree, List<UrdfJoint> path) {
    this.tree = tree;
    this.path = path;
  }

  /** The whole robot, which has to be one chain. */
  public static Chain read(Path file) {
    return read(treeOf(file));
  }

  /** The chain from {@code baseLink} to {@code toolLink} of a robot that may have others. */
  public static Chain read(Path file, String baseLink, String toolLink) {
    UrdfTree tree = treeOf(file);
    return new UrdfReader(tree, tree.path(baseLink, toolLink)).chain();
  }

  /**
   * Like {@link #read(Path)}, from a stream that the caller closes.
   *
   * @param name stands for the file in errors
   */
  public static Chain read(InputStream in, String name) {
    return read(new UrdfTree(XmlFile.read(in, name)));
  }

  /**
   * The chain from the root to {@code toolLink} of a robot with another tool: links and joints of
   * {@code changes} replace those of {@code original} that have the same name.
   *
   * @param name stands for both files in errors
   */
  static Chain read(InputStream original, InputStream changes, String toolLink, String name) {
    UrdfTree tree = new UrdfTree(XmlFile.read(original, name), XmlFile.read(changes, name));
    return new UrdfReader(tree, tree.path(tree.root(), toolLink)).chain();
  }

  private static Chain read(UrdfTree tree) {
    return new UrdfReader(tree, tree.path(tree.root(), tree.onlyTip())).chain();
  }

  private static UrdfTree treeOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new UrdfTree(XmlFile.read(in, file.toString()));
    } catch (IOException e) {
      throw new UrdfException(
          file + ": expected a readable URDF file, found: " + e + "; check path and permissions");
    }
  }

  private Chain chain() {
    List<Joint> joints = new ArrayList<>();
    Pose sinceLast = Pose.IDENTITY;
    for (UrdfJoint joint : path) {
      sinceLast = sinceLast.times(joint.origin());
      if (joint.moves()) {
        joints.add(moving(joint, sinceLast));
        sinceLast = Pose.IDENTITY;
      }
    }
    return new Chain(tree.name(), joints, sinceLast.toHomogeneous());
  }

  private Joint moving(UrdfJoint joint, Pose inParentBody) {
    UrdfLink link = tree.link(joint.child());
    if (link.inertial().isEmpty()) {
      throw link.element()
          .error(
              "expected an <inertial> because joint \""
                  + joint.name()
                  + "\" moves it, found none; add <mass> and <inertia>");
    }
    RigidBody body = lumped(link.name());
    return new Joint(
        joint.name(),
        inParentBody.translationM(),
        inParentBody.rotation(),
        joint.axis(),
        body.massKg(),
        body.comM(),
        body.inertiaAtCom(),
        joint.limits(),
        joint.dampingNmsPerRad(),
        joint.armatureKgM2());
  }

  private RigidBody lumped(String link) {
    RigidBody body = tree.link(link).inertial().orElse(RigidBody.NOTHING);
    for (UrdfJoint joint : tree.jointsOf(link)) {
      boolean nextBody = joint.moves() && path.contains(joint);
      if (!nextBody) {
        body = body.plus(lumped(joint.child()).in(joint.origin()));
      }
    }
    return body;
  }
}
