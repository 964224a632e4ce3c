package dev.tandem.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The core sees nobody, the six around it see the core, the application sees everybody. */
final class Star extends ArchCondition<JavaClass> {
  private final String prefix;

  Star(String root) {
    super("see its own module and the core only");
    this.prefix = root + ".";
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    String from = module(item);
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      String to = module(dependency.getTargetClass().getBaseComponentType());
      if (!to.isEmpty() && !to.equals(from) && !to.equals("runtime") && !from.equals("app")) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  /** The first word below the root; empty for classes of others. */
  private String module(JavaClass item) {
    String name = item.getName();
    if (!name.startsWith(prefix)) {
      return "";
    }
    String rest = name.substring(prefix.length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
  }
}
