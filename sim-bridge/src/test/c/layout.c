/*
 * Prints where the fields of MuJoCo's structs are that Tandem reads, and the numbers of the kinds
 * that it names, for the version whose headers are installed:
 *
 *   gcc layout.c -o layout -lmujoco && ./layout > layout-VERSION.properties
 */
#include <mujoco/mujoco.h>
#include <stddef.h>
#include <stdio.h>

#define SIZE(type) printf("%s=%zu\n", #type, sizeof(type))
#define FIELD(type, field) printf("%s.%s=%zu\n", #type, #field, offsetof(type, field))
#define KIND(kind) printf("%s=%d\n", #kind, kind)

int main(void) {
  if (mj_version() != mjVERSION_HEADER) {
    fprintf(stderr, "library %d, headers %d\n", mj_version(), mjVERSION_HEADER);
    return 1;
  }
  SIZE(mjModel);
  FIELD(mjModel, nq);
  FIELD(mjModel, nv);
  FIELD(mjModel, nu);
  FIELD(mjModel, nbody);
  FIELD(mjModel, njnt);
  FIELD(mjModel, ngeom);
  FIELD(mjModel, ncam);
  FIELD(mjModel, nlight);
  FIELD(mjModel, nkey);
  FIELD(mjModel, nmocap);
  FIELD(mjModel, nsensordata);
  FIELD(mjModel, nstack);
  FIELD(mjModel, opt.timestep);
  FIELD(mjModel, opt.gravity);
  FIELD(mjModel, vis.global.offwidth);
  FIELD(mjModel, vis.global.offheight);
  FIELD(mjModel, vis.headlight.ambient);
  FIELD(mjModel, vis.headlight.diffuse);
  FIELD(mjModel, vis.headlight.specular);
  FIELD(mjModel, body_mass);
  FIELD(mjModel, body_inertia);
  FIELD(mjModel, body_mocapid);
  FIELD(mjModel, jnt_type);
  FIELD(mjModel, jnt_qposadr);
  FIELD(mjModel, jnt_dofadr);
  FIELD(mjModel, jnt_range);
  FIELD(mjModel, dof_armature);
  FIELD(mjModel, dof_damping);
  FIELD(mjModel, geom_type);
  FIELD(mjModel, geom_bodyid);
  FIELD(mjModel, geom_size);
  FIELD(mjModel, geom_friction);
  FIELD(mjModel, geom_rgba);
  FIELD(mjModel, cam_pos);
  FIELD(mjModel, cam_quat);
  FIELD(mjModel, cam_fovy);
  FIELD(mjModel, light_pos);
  FIELD(mjModel, light_ambient);
  FIELD(mjModel, light_diffuse);
  FIELD(mjModel, light_specular);
  FIELD(mjModel, actuator_ctrlrange);

  SIZE(mjData);
  FIELD(mjData, warning);
  FIELD(mjData, ncon);
  FIELD(mjData, time);
  FIELD(mjData, qpos);
  FIELD(mjData, qvel);
  FIELD(mjData, ctrl);
  FIELD(mjData, mocap_pos);
  FIELD(mjData, mocap_quat);
  FIELD(mjData, sensordata);
  FIELD(mjData, xipos);
  FIELD(mjData, cinert);
  FIELD(mjData, cvel);
  FIELD(mjData, qfrc_applied);
  FIELD(mjData, qfrc_actuator);
  FIELD(mjData, cfrc_ext);
  FIELD(mjData, geom_xpos);
  FIELD(mjData, geom_xmat);
  FIELD(mjData, site_xpos);
  FIELD(mjData, contact);

  SIZE(mjContact);
  FIELD(mjContact, pos);
  FIELD(mjContact, frame);
  FIELD(mjContact, geom1);
  FIELD(mjContact, geom2);

  SIZE(mjWarningStat);
  FIELD(mjWarningStat, number);
  KIND(mjWARN_BADQPOS);
  KIND(mjWARN_BADQVEL);
  KIND(mjWARN_BADQACC);
  KIND(mjWARN_BADCTRL);

  KIND(mjOBJ_BODY);
  KIND(mjOBJ_JOINT);
  KIND(mjOBJ_GEOM);
  KIND(mjOBJ_SITE);
  KIND(mjOBJ_CAMERA);
  KIND(mjOBJ_ACTUATOR);

  KIND(mjJNT_FREE);
  KIND(mjGEOM_SPHERE);
  KIND(mjGEOM_CAPSULE);
  KIND(mjGEOM_CYLINDER);
  KIND(mjGEOM_BOX);

  SIZE(mjvScene);
  SIZE(mjvOption);
  SIZE(mjvCamera);
  FIELD(mjvCamera, type);
  FIELD(mjvCamera, fixedcamid);
  SIZE(mjrContext);
  FIELD(mjrContext, currentBuffer);
  KIND(mjCAMERA_FIXED);
  KIND(mjCAT_ALL);
  KIND(mjFB_OFFSCREEN);
  KIND(mjFONTSCALE_100);
  return 0;
}
