/**
 * From a YAML file and {@code --set} options to settings records, and back.
 *
 * <p>A record is the only description of its settings: component names in snake case are the keys,
 * the defaults are an instance, the checks are its constructor. A JSON schema beside it would say
 * everything a second time and could not check what two keys have to do with each other; here the
 * constructor's complaint is put at the file, line and column of the value that caused it.
 */
@NullMarked
package dev.tandem.app.config;

import org.jspecify.annotations.NullMarked;
