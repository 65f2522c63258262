import { describe, expect, it } from "vitest";
import { may, PERMISSIONS, type Permission, ROLES } from "./permissions";

/** The table of product.md, "Who may see and do what", an order a line: x where the role may give it. */
const TABLE = `
                             programme  admin  officer  police  manager  staff
borough.set_up                   x        -       -       -        -       -
borough.invite_admin             x        -       -       -        -       -
library.start_draft              x        -       -       -        -       -
library.edit_draft               x        -       -       -        -       -
library.discard_draft            x        -       -       -        -       -
library.publish                  x        -       -       -        -       -
borough.confirm_contact          -        x       -       -        -       -
team.invite                      -        x       -       -        -       -
register.preview                 -        x       x       -        -       -
register.confirm                 -        x       x       -        -       -
register.discard                 -        x       x       -        -       -
business.add                     -        x       x       -        -       -
business.edit                    -        x       x       -        -       -
business.exclude                 -        x       x       -        -       -
business.close                   -        x       x       -        -       -
business.reopen                  -        x       x       -        -       -
business.declare_headcount       -        x       x       -        x       -
business.edit_contact            -        -       -       -        x       -
business.enrol                   -        x       x       -        -       -
business.invite                  -        x       x       -        -       -
invitation.withdraw              -        x       x       -        -       -
invitation.accept                -        x       x       -        x       -
assignment.assign                -        x       x       -        -       -
assignment.end                   -        x       x       -        -       -
assignment_rule.add              -        x       x       -        -       -
assignment_rule.end              -        x       x       -        -       -
follow_up.assign                 -        x       x       -        -       -
export.start                     -        x       x       -        -       -
staff.view_names                 -        x       x       -        -       -
staff.confirm                    -        -       -       -        x       -
staff.refuse                     -        -       -       -        x       -
staff.record_leaving             -        -       -       -        x       -
staff.bring_back                 -        -       -       -        x       -
staff.renew_join_code            -        -       -       -        x       -
staff.add                        -        -       -       -        x       -
staff.confirm_roll               -        -       -       -        x       -
staff.add_certificate            -        -       -       -        x       -
staff.set_agency                 -        -       -       -        x       -
staff.merge                      -        -       -       -        x       -
shared_device.open               -        -       -       -        x       -
shared_device.close              -        -       -       -        x       -
staff.renew_pin                  -        -       -       -        x       -
training.start                   -        -       -       -        -       x
training.reach_lesson            -        -       -       -        -       x
training.start_attempt           -        -       -       -        -       x
training.answer                  -        -       -       -        -       x
training.complete                -        -       -       -        -       x
training.choose_language         -        -       -       -        -       x
training.read_change             -        -       -       -        -       x
group_session.plan               -        x       x       -        x       -
group_session.call_off           -        x       x       -        x       -
group_session.end                -        x       x       -        x       -
group_session.enter_results      -        x       x       -        x       -
group_session.view_register      -        x       x       -        -       -
group_session.attend             -        -       -       -        -       x
certificate.show_name            -        -       -       -        -       x
certificate.revoke               -        x       x       -        -       -
business_certificate.issue       -        -       -       -        x       -
equivalent.accept                -        x       -       -        -       -
equivalent.end                   -        x       -       -        -       -
equivalent.record                -        -       -       -        x       -
drivers.attest                   -        -       -       -        x       -
business_certificate.revoke      -        x       x       -        -       -
wards.upload                     -        x       -       -        -       -
wards.confirm                    -        x       -       -        -       -
wards.discard                    -        x       -       -        -       -
report.sign                      -        x       -       -        -       -
coverage.repair                  -        x       -       -        -       -
action.plan                      -        x       -       -        -       -
action.record                    -        x       -       -        -       -
action.cancel                    -        x       -       -        -       -
target.set                       -        x       -       -        -       -
threshold.set                    -        x       -       -        -       -
council_team.add                 -        x       -       -        -       -
practice.declare                 -        -       -       -        x       -
practice.confirm                 -        x       x       -        -       -
practice.return                  -        x       x       -        -       -
practice.add_item                -        x       -       -        -       -
practice.end_item                -        x       -       -        -       -
practice.add_picture             -        -       -       -        x       -
practice.remove_picture          -        x       x       -        x       -
visit.plan                       -        x       x       -        -       -
visit.reschedule                 -        x       x       -        -       -
visit.cancel                     -        x       x       -        -       -
visit.record                     -        x       x       -        -       -
visit.finish_action              -        x       x       -        -       -
visit.finish_own_action          -        -       -       -        x       -
police.enter_calls               -        -       -       x        -       -
police.confirm_call_handlers     -        -       -       x        -       -
business.declare_hours           -        -       -       -        x       -
shift.declare                    -        -       -       -        x       -
shift.end                        -        -       -       -        x       -
shift.roster                     -        -       -       -        x       -
safeguarding.name_lead           -        -       -       -        x       -
business.share_standing          -        -       -       -        x       -
business.stop_sharing            -        -       -       -        x       -
`;

const [, ...lines] = TABLE.trim().split("\n");
const cells = lines.flatMap((line) => {
  const [permission = "", ...marks] = line.trim().split(/\s+/);
  return ROLES.map((role, i) => ({ permission, role, allowed: marks[i] === "x" }));
});

const isPermission = (name: string): name is Permission => name in PERMISSIONS;

describe("permissions", () => {
  it("are the ones of this table and no others", () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual(
      [...new Set(cells.map((c) => c.permission))].sort(),
    );
  });

  it.each(cells)("$role, $permission: $allowed", ({ permission, role, allowed }) => {
    expect(isPermission(permission) && may(role, permission)).toBe(allowed);
  });

  it("let police officers give no order but the two that are theirs alone", () => {
    const orders = cells.filter((cell) => cell.role === "police_officer" && cell.allowed);
    expect(orders.map((cell) => cell.permission)).toEqual([
      "police.enter_calls",
      "police.confirm_call_handlers",
    ]);
  });
});
