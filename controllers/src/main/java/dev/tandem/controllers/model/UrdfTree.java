package dev.tandem.controllers.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links and the joints between them, checked to be one tree. */
final class UrdfTree {
  private final XmlElement robot;
  private final Map<String, UrdfLink> links = new LinkedHashMap<>();
  private final Map<String, UrdfJoint> jointOfChild = new LinkedHashMap<>();
  private final Map<String, List<UrdfJoint>> jointsOfParent = new LinkedHashMap<>();

  UrdfTree(XmlElement robot) {
    this(robot, robot.all("link"), robot.all("joint"));
  }

  /** What {@code changes} names as {@code original} does replaces it; the name is its own. */
  UrdfTree(XmlElement original, XmlElement changes) {
    this(changes, merged("link", original, changes), merged("joint", original, changes));
  }

  private UrdfTree(XmlElement robot, List<XmlElement> links, List<XmlElement> joints) {
    this.robot = robot;
    if (!robot.name().equals("robot")) {
      throw robot.error("expected <robot> as the outermost element; is this a URDF file?");
    }
    links.forEach(this::addLink);
    joints.forEach(this::addJoint);
    checkReachable(root());
  }

  private static List<XmlElement> merged(String tag, XmlElement original, XmlElement changes) {
    List<XmlElement> all = new ArrayList<>(changes.all(tag));
    List<String> changed = all.stream().map(element -> element.text("name")).toList();
    original.all(tag).stream()
        .filter(element -> !changed.contains(element.text("name")))
        .forEach(all::add);
    return all;
  }

  String name() {
    return robot.text("name");
  }

  UrdfLink link(String name) {
    UrdfLink link = links.get(name);
    if (link == null) {
      throw robot.error(
          "expected a link \"" + name + "\", found " + links.keySet() + "; name one of these");
    }
    return link;
  }

  /** The joints that hang from {@code link}, in the file's order. */
  List<UrdfJoint> jointsOf(String link) {
    return jointsOfParent.getOrDefault(link, List.of());
  }

  /** The one link that no joint moves. */
  String root() {
    List<String> roots =
        links.keySet().stream().filter(name -> !jointOfChild.containsKey(name)).toList();
    if (roots.size() != 1) {
      throw robot.error(
          "expected one link that is no joint's child, found "
              + (roots.isEmpty() ? "none" : roots.toString())
              + "; connect the links with joints to one tree");
    }
    return roots.get(0);
  }

  /** The last link when there is one chain only. */
  String onlyTip() {
    String link = root();
    while (!jointsOf(link).isEmpty()) {
      List<UrdfJoint> next = jointsOf(link);
      if (next.size() > 1) {
        throw link(link)
            .element()
            .error(
                "expected one joint that hangs from it, found "
                    + next.stream().map(UrdfJoint::name).toList()
                    + "; choose a chain by naming its base link and its tool link");
      }
      link = next.get(0).child();
    }
    return link;
  }

  /** The joints from {@code base} to {@code tip}, outwards. */
  List<UrdfJoint> path(String base, String tip) {
    link(base);
    List<UrdfJoint> path = new ArrayList<>();
    String at = link(tip).name();
    while (!at.equals(base)) {
      UrdfJoint joint = jointOfChild.get(at);
      if (joint == null) {
        throw link(tip)
            .element()
            .error(
                "expected a way inwards to link \""
                    + base
                    + "\", found the root \""
                    + at
                    + "\"; choose a base link on that way");
      }
      path.add(joint);
      at = joint.parent();
    }
    Collections.reverse(path);
    return path;
  }

  private void addLink(XmlElement element) {
    UrdfLink link = UrdfLink.of(element);
    if (links.put(link.name(), link) != null) {
      throw element.error("expected a new name, found it a second time; rename one of the two");
    }
  }

  private void addJoint(XmlElement element) {
    UrdfJoint joint = UrdfJoint.of(element);
    checkKnown(joint, "parent", joint.parent());
    checkKnown(joint, "child", joint.child());
    UrdfJoint other = jointOfChild.put(joint.child(), joint);
    if (other != null) {
      throw element.error(
          "expected a child without a parent, found \""
              + joint.child()
              + "\", which joint \""
              + other.name()
              + "\" holds; remove one of the two");
    }
    jointsOfParent.computeIfAbsent(joint.parent(), parent -> new ArrayList<>()).add(joint);
  }

  private void checkKnown(UrdfJoint joint, String end, String link) {
    if (!links.containsKey(link)) {
      throw joint
          .element()
          .error(
              "expected a known "
                  + end
                  + " link, found \""
                  + link
                  + "\"; add <link name=\""
                  + link
                  + "\"> or name one of "
                  + links.keySet());
    }
  }

  private void checkReachable(String root) {
    Set<String> reached = new LinkedHashSet<>();
    List<String> next = new ArrayList<>(List.of(root));
    while (!next.isEmpty()) {
      String link = next.remove(next.size() - 1);
      reached.add(link);
      jointsOf(link).forEach(joint -> next.add(joint.child()));
    }
    for (UrdfLink link : links.values()) {
      if (!reached.contains(link.name())) {
        throw link.element()
            .error("expected a way from the root \"" + root + "\", found a loop; open the loop");
      }
    }
  }
}
