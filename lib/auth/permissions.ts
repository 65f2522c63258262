/** Who is asking. Roles are the columns of the table in product.md. */
export const ROLES = [
  "programme",
  "borough_admin",
  "borough_officer",
  "police_officer",
  "business_manager",
  "staff",
] as const;
export type Role = (typeof ROLES)[number];

/** Every order the portal takes, and the roles that may give it: the one table of who may do what. */
export const PERMISSIONS = {
  "borough.set_up": ["programme"],
  "borough.invite_admin": ["programme"],
  "borough.confirm_contact": ["borough_admin"],
  "team.invite": ["borough_admin"],
  "register.preview": ["borough_admin", "borough_officer"],
  "register.confirm": ["borough_admin", "borough_officer"],
  "register.discard": ["borough_admin", "borough_officer"],
  "business.add": ["borough_admin", "borough_officer"],
  "business.edit": ["borough_admin", "borough_officer"],
  "business.exclude": ["borough_admin", "borough_officer"],
  "business.close": ["borough_admin", "borough_officer"],
  "business.reopen": ["borough_admin", "borough_officer"],
  "business.declare_headcount": ["borough_admin", "borough_officer", "business_manager"],
  "business.edit_contact": ["business_manager"],
  "business.enrol": ["borough_admin", "borough_officer"],
  "business.invite": ["borough_admin", "borough_officer"],
  "invitation.withdraw": ["borough_admin", "borough_officer"],
  "invitation.accept": ["business_manager", "borough_admin", "borough_officer"],
  "assignment.assign": ["borough_admin", "borough_officer"],
  "assignment.end": ["borough_admin", "borough_officer"],
  "staff.view_names": ["borough_admin", "borough_officer"],
  "staff.confirm": ["business_manager"],
  "staff.refuse": ["business_manager"],
  "staff.record_leaving": ["business_manager"],
  "staff.renew_join_code": ["business_manager"],
  "training.start": ["staff"],
  "training.reach_lesson": ["staff"],
  "training.start_attempt": ["staff"],
  "training.answer": ["staff"],
  "training.complete": ["staff"],
  "certificate.show_name": ["staff"],
  "business.declare_hours": ["business_manager"],
  "shift.declare": ["business_manager"],
  "shift.end": ["business_manager"],
  "shift.roster": ["business_manager"],
  "safeguarding.name_lead": ["business_manager"],
  "business.share_standing": ["business_manager"],
  "business.stop_sharing": ["business_manager"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** May this role give this order? */
export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
