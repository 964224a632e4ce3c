/**
 * Who may drive, and how the robot stops: e-stop before protective stop before human before policy
 * before hold. Supervisory: it lowers risk beside the robot's certified functions.
 */
@NullMarked
package dev.tandem.safety.authority;

import org.jspecify.annotations.NullMarked;
