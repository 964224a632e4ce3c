package dev.tandem.app.cli;

import dev.tandem.runtime.loop.ControlLoop;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent that makes a running virtual machine give up its compiled code: a class of the control
 * loop is defined anew, as it was, and whatever was compiled with the old one in it is interpreted
 * until it is compiled again.
 */
public final class GivenUpCode {
  private static final int TIMES = 25;
  private static final long PAUSE_MILLIS = 20;

  private GivenUpCode() {}

  /**
   * Called in the process that the agent is loaded into; what is compiled again is given up again.
   */
  public static void agentmain(String arguments, Instrumentation machine)
      throws UnmodifiableClassException, InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      machine.retransformClasses(ControlLoop.class);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Packs the agent for {@code jcmd PID JVMTI.agent_load}; its class is on the class path. */
  static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes all = manifest.getMainAttributes();
    all.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    all.putValue("Agent-Class", GivenUpCode.class.getName());
    all.putValue("Can-Retransform-Classes", "true");
    Path jar = folder.resolve("agent.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      packed.finish();
    }
    return jar;
  }
}
