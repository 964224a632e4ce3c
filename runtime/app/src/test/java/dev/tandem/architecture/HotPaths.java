package dev.tandem.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.reflect.AccessFlag;
import java.util.Set;

/**
 * Reads the bytecode of {@code @HotPath} methods, instruction by instruction: nothing is created,
 * boxed, formatted or locked. What the methods call elsewhere is the allocation tests' to find.
 */
final class HotPaths extends ArchCondition<JavaClass> {
  private static final String ANNOTATION = "Ldev/tandem/runtime/time/HotPath;";
  private static final Set<String> BOXES =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double");
  private static final Set<String> MAKERS = Set.of("iterator", "stream", "toArray");

  HotPaths() {
    super("create, box, format and lock nothing in @HotPath methods");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (MethodModel method : model(item).methods()) {
      if (isHot(method)) {
        check(item, method, events);
      }
    }
  }

  /** True when a class has a method that this is about. */
  static boolean hasHotMethod(JavaClass item) {
    return model(item).methods().stream().anyMatch(HotPaths::isHot);
  }

  private static void check(JavaClass item, MethodModel method, ConditionEvents events) {
    String where = item.getName() + "." + method.methodName().stringValue();
    if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
      events.add(SimpleConditionEvent.violated(item, where + " is synchronized"));
    }
    method
        .code()
        .ifPresent(
            code -> {
              for (CodeElement element : code) {
                if (element instanceof Instruction instruction && isForbidden(instruction)) {
                  events.add(SimpleConditionEvent.violated(item, where + ": " + instruction));
                }
              }
            });
  }

  private static boolean isForbidden(Instruction instruction) {
    return (instruction instanceof NewObjectInstruction made && isReal(made))
        || instruction instanceof NewPrimitiveArrayInstruction
        || instruction instanceof NewReferenceArrayInstruction
        || instruction instanceof NewMultiArrayInstruction
        || instruction instanceof InvokeDynamicInstruction
        || instruction instanceof MonitorInstruction
        || (instruction instanceof InvokeInstruction call && isForbidden(call));
  }

  /** The compiler ends a switch over an enum with an exception that cannot happen. */
  private static boolean isReal(NewObjectInstruction made) {
    return !made.className().asInternalName().equals("java/lang/MatchException");
  }

  private static boolean isForbidden(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    boolean boxes = name.equals("valueOf") && BOXES.contains(owner);
    boolean formats = owner.equals("java/lang/String") || owner.startsWith("java/lang/StringBuil");
    boolean makes = name.equals("clone") || (owner.startsWith("java/") && MAKERS.contains(name));
    boolean locks =
        owner.startsWith("java/util/concurrent/locks/") && !owner.endsWith("/LockSupport");
    return boxes || formats || makes || locks;
  }

  private static boolean isHot(MethodModel method) {
    return method
        .findAttribute(Attributes.runtimeInvisibleAnnotations())
        .map(
            found ->
                found.annotations().stream()
                    .anyMatch(a -> a.className().stringValue().equals(ANNOTATION)))
        .orElse(false);
  }

  private static ClassModel model(JavaClass item) {
    try (InputStream in = item.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
