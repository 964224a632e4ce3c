package dev.tandem.app.assembly;

import dev.tandem.safety.authority.Authority;
import dev.tandem.safety.monitor.MonitorPlan;

/**
 * Says who may drive.
 *
 * @param plan what the authority watches, and what nobody does
 */
public record Warden(MonitorPlan plan, Authority authority) {}
