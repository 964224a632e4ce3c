package dev.tandem.policies.tensorflow;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** A graph and the session that runs it, on the device that was asked for. */
final class TensorFlowSession implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Session session;

  TensorFlowSession(EngineConfig engine) {
    session = new Session(graph, proto(engine));
  }

  Ops ops() {
    return Ops.create(graph);
  }

  Session.Runner runner() {
    return session.runner();
  }

  /** Writes a variable. */
  void assign(FlatVariable variable, float[] value) {
    try (FloatTensor tensor = new FloatTensor(variable.newValue().shape());
        Result nothing =
            session
                .runner()
                .feed(variable.newValue(), tensor.filledWith(value))
                .addTarget(variable.assign())
                .run()) {
      assert nothing.size() == 0;
    }
  }

  /** Reads a variable. */
  float[] read(FlatVariable variable) {
    try (Result result = session.runner().fetch(variable.value()).run()) {
      return FloatTensor.read(result.get(0));
    }
  }

  private static ConfigProto proto(EngineConfig engine) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(engine.threads())
        .setInterOpParallelismThreads(1)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .putDeviceCount("GPU", engine.device() == Device.CPU ? 0 : 1)
        .build();
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
