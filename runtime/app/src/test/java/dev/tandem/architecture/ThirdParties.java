package dev.tandem.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;

/** Which library may be used where: the table of the design. What is not here is used nowhere. */
final class ThirdParties extends ArchCondition<JavaClass> {
  /** Package of the library, and the packages below the root that may see it. */
  private static final Map<String, List<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("com.lmax.disruptor", List.of("runtime.loop", "runtime.record")),
          Map.entry(
              "org.HdrHistogram",
              List.of("runtime.loop", "runtime.record", "app.bench", "app.timing")),
          Map.entry("com.github.luben.zstd", List.of("runtime.record")),
          Map.entry("org.ejml", List.of("controllers", "safety", "simbridge.teach")),
          Map.entry("org.tensorflow", List.of("policies.tensorflow")),
          Map.entry("org.bytedeco", List.of("policies.tensorflow")),
          Map.entry("com.google.protobuf", List.of("policies.tensorflow")),
          Map.entry("picocli", List.of("app.cli")),
          Map.entry("me.tongfei", List.of("app.cli")),
          Map.entry("org.snakeyaml", List.of("app.config")),
          Map.entry("org.knowm.xchart", List.of("app.report")),
          Map.entry("java.awt", List.of("app.report")));

  /** The platform, and annotations that leave nothing behind. */
  private static final List<String> EVERYWHERE =
      List.of("java", "javax", "jdk", "com.sun.management", "org.jspecify", "org.w3c", "org.xml");

  private final String root;

  ThirdParties(String root) {
    super("see third parties only where the design's table says");
    this.root = root;
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
      if (!isAllowed(item.getPackageName(), target)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private boolean isAllowed(String from, String target) {
    if (target.isEmpty() || isWithin(target, "dev.tandem")) {
      return true;
    }
    return ALLOWED.entrySet().stream()
        .filter(entry -> isWithin(target, entry.getKey()))
        .findFirst()
        .map(entry -> entry.getValue().stream().anyMatch(p -> isWithin(from, root + "." + p)))
        .orElse(EVERYWHERE.stream().anyMatch(name -> isWithin(target, name)));
  }

  private static boolean isWithin(String packageName, String outer) {
    return packageName.equals(outer) || packageName.startsWith(outer + ".");
  }
}
