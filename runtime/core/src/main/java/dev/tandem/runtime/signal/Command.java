package dev.tandem.runtime.signal;

/** What goes to the drives, for example joint torques in Nm. */
public interface Command extends Signal {}
