package dev.tandem.policies.jvm;

import dev.tandem.policies.jvm.kernel.Kernels;
import dev.tandem.policies.jvm.kernel.SlabPlan;
import dev.tandem.policies.nn.ActorShape;
import dev.tandem.policies.sac.CriticShape;
import dev.tandem.policies.sac.SacConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Actor, critics and their inputs in one slab. */
final class SacNetworks {
  final ActorShape actorShape;
  final CriticShape criticShape;
  final BatchPanels inputs;
  final GaussianActor actor;
  final Critic[] critics;
  final CriticHead head;

  /** What the critics are to say, [rows]. */
  final int bellmanTarget;

  /** For the norms of gradients. */
  final int squares;

  final Kernels kernels;

  private SacNetworks(
      SacConfig config,
      ActorShape actorShape,
      CriticShape criticShape,
      RowBlocks rows,
      SlabPlan plan,
      Kernels kernels) {
    this.actorShape = actorShape;
    this.criticShape = criticShape;
    this.kernels = kernels;
    inputs = new BatchPanels(plan, rows, actorShape.features(), actorShape.actions());
    bellmanTarget = plan.take(rows.paddedRows());
    actor = new GaussianActor(plan, actorShape, rows);
    critics =
        IntStream.range(0, criticShape.count())
            .mapToObj(i -> new Critic(plan, criticShape, inputs, i))
            .toArray(Critic[]::new);
    head = CriticHead.of(plan, kernels, config, bellmanTarget);
    squares = Descent.squares(plan, Math.max(criticParts().size(), actorParts().size()));
  }

  static SacNetworks of(SacConfig config, int features, int actions, JvmConfig engine) {
    return SlabPlan.layOut(engine.arithmetic(), layout(config, features, actions, engine));
  }

  /** Values that they take; throws, without taking memory, when no array would hold them. */
  static int size(SacConfig config, int features, int actions, JvmConfig engine) {
    return SlabPlan.size(engine.arithmetic(), layout(config, features, actions, engine));
  }

  private static SlabPlan.Layout<SacNetworks> layout(
      SacConfig config, int features, int actions, JvmConfig engine) {
    ActorShape actor = config.actorShape(features, actions);
    CriticShape critics = config.criticShape(features, actions);
    RowBlocks rows = RowBlocks.of(config.batch().size(), engine.threads());
    return (plan, kernels) -> new SacNetworks(config, actor, critics, rows, plan, kernels);
  }

  /** The pieces of all critics. */
  List<Descent.Part> criticParts() {
    List<Descent.Part> parts = new ArrayList<>();
    for (Critic critic : critics) {
      critic.blocks().forEach(block -> parts.add(new Descent.Part(critic.learnt(), block)));
    }
    return parts;
  }

  /** The pieces of the actor, for gradients over the policy's actions. */
  List<Descent.Part> actorParts() {
    return actor.blocks(inputs.drawn).stream()
        .map(block -> new Descent.Part(actor.learnt(), block))
        .toList();
  }
}
