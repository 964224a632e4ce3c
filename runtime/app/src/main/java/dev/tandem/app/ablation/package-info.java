/**
 * What demonstrations and corrections are worth: the same training with both, with demonstrations
 * only and with neither, over several seeds.
 */
@NullMarked
package dev.tandem.app.ablation;

import org.jspecify.annotations.NullMarked;
