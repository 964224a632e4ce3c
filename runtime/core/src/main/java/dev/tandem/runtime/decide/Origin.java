package dev.tandem.runtime.decide;

/** Who decided an action. */
public enum Origin {
  POLICY,
  HUMAN,
  SCRIPT,
  FALLBACK
}
