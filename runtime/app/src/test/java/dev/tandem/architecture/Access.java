package dev.tandem.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/** Forbids calls, method references and fields by owner and name. */
final class Access extends ArchCondition<JavaClass> {
  private final Predicate<JavaAccess<?>> forbidden;

  private Access(String description, Predicate<JavaAccess<?>> forbidden) {
    super(description);
    this.forbidden = forbidden;
  }

  /** None of {@code members}, each {@code owner.name}; the name is {@code <init>} to construct. */
  static Access toNoneOf(String... members) {
    Predicate<JavaAccess<?>> forbidden =
        access -> {
          String member = access.getTargetOwner().getName() + "." + access.getTarget().getName();
          return List.of(members).contains(member);
        };
    return new Access("use none of " + String.join(", ", members), forbidden);
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    item.getAccessesFromSelf().stream()
        .filter(forbidden)
        .forEach(a -> events.add(SimpleConditionEvent.violated(a, a.getDescription())));
  }
}
