package dev.tandem.policies.tensorflow;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Runs a finished graph on the device that was asked for. With XLA it runs a compiled twin, so that
 * feeds, fetches and targets go by {@link #name}.
 */
final class TensorFlowSession implements AutoCloseable {
  /** What XLA must leave alone: feeds, variables and pure order. */
  private static final Set<String> NOT_COMPILED = Set.of("Placeholder", "VarHandleOp", "NoOp");

  private final EngineConfig engine;
  private final boolean onGpu;
  private final Graph built;
  private final Graph graph;
  private final Session session;

  /**
   * @param built complete; this closes it
   */
  TensorFlowSession(Graph built, EngineConfig engine) {
    this.engine = engine;
    this.onGpu = wantsGpu(engine.device());
    this.built = built;
    this.graph = engine.xla() ? compiled(built) : built;
    this.session = new Session(graph, proto());
  }

  /** How the graph calls an operation, an operand or a placeholder. */
  static String name(Op op) {
    return op.op().name();
  }

  /** A GPU is shared: it gives memory as it is needed, not all at once. */
  static GPUOptions sparingGpu() {
    return GPUOptions.newBuilder().setAllowGrowth(true).build();
  }

  Session.Runner runner() {
    return session.runner();
  }

  /** For people: where and how it computes. */
  String description() {
    return "TensorFlow %s on the %s, %d threads, %s XLA"
        .formatted(
            TensorFlowDevices.version(),
            onGpu ? "GPU" : "CPU",
            engine.threads(),
            engine.xla() ? "with" : "without");
  }

  /** Writes a variable. */
  void assign(FlatVariable variable, float[] value) {
    try (FloatTensor tensor = new FloatTensor(variable.newValue().shape());
        Result nothing =
            session
                .runner()
                .feed(name(variable.newValue()), tensor.filledWith(value))
                .addTarget(name(variable.assign()))
                .run()) {
      assert nothing.size() == 0;
    }
  }

  /** Reads a variable. */
  float[] read(FlatVariable variable) {
    try (Result result = session.runner().fetch(name(variable.value())).run()) {
      return FloatTensor.read(result.get(0));
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    built.close();
  }

  private static boolean wantsGpu(Device device) {
    if (device == Device.CPU) {
      return false;
    }
    List<TensorFlowDevices.Seen> seen = TensorFlowDevices.list();
    boolean there = seen.stream().anyMatch(one -> one.type().equals("GPU"));
    if (device == Device.GPU && !there) {
      throw new GpuMissingException(seen);
    }
    return there;
  }

  /** The same graph with every computation marked for XLA. */
  private static Graph compiled(Graph built) {
    GraphDef.Builder definition = built.toGraphDef().toBuilder();
    AttrValue yes = AttrValue.newBuilder().setB(true).build();
    AttrValue scope = AttrValue.newBuilder().setS(ByteString.copyFromUtf8("update")).build();
    for (NodeDef.Builder node : definition.getNodeBuilderList()) {
      if (!NOT_COMPILED.contains(node.getOp())) {
        node.putAttr("_XlaCompile", yes).putAttr("_XlaScope", scope);
      }
    }
    Graph compiled = TensorFlowLibrary.newGraph();
    compiled.importGraphDef(definition.build());
    return compiled;
  }

  private ConfigProto proto() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(engine.threads() / engine.parts())
        .setInterOpParallelismThreads(engine.parts())
        .setAllowSoftPlacement(true)
        .setGpuOptions(sparingGpu())
        .putDeviceCount("GPU", onGpu ? 1 : 0)
        .build();
  }
}
