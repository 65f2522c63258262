import { expect, test } from "vitest";
import { writeLetter } from "./letter";
import { invitationLetter, passwordLetter } from "./templates";

const facts = {
  role: "business_manager" as const,
  boroughName: "Westminster",
  businessName: "The Larkspur Hotel",
  expiresOn: "2027-03-03",
  href: "https://portal.example.org/invitations/E09000033/abc",
};

test("a manager's invitation says who asks, what is asked, until when, and that it is voluntary", () => {
  const { subject, text } = invitationLetter(facts);
  expect(subject).toBe("The Larkspur Hotel is invited to join Operation Make Safe");
  expect(text).toContain("The licensing team of Westminster asks The Larkspur Hotel to take part");
  expect(text).toContain("voluntary, unless a condition of your licence says otherwise");
  expect(text).toContain("- say how many people work there");
  expect(text).toContain("until the end of 3 March 2027");
  expect(text).toContain(facts.href);
});

test("every letter carries the ways to report, in text and in HTML", () => {
  const letters = [
    invitationLetter(facts),
    invitationLetter({ ...facts, role: "borough_admin", businessName: null }),
    invitationLetter({ ...facts, role: "borough_officer", businessName: null }),
    passwordLetter({ reason: "reset", until: "3 March 2027, 14:05", href: facts.href }),
    passwordLetter({ reason: "welcome", until: "3 March 2027, 14:05", href: facts.href }),
  ];
  for (const { text, html } of letters) {
    for (const form of [text, html]) {
      expect(form).toContain("call 101 and quote Operation Make Safe");
      expect(form).toContain("999");
      expect(form).toContain("18001 101");
      expect(form).toContain(facts.href);
    }
  }
});

test("an invitation to a team names the role and who invites", () => {
  const admin = invitationLetter({ ...facts, role: "borough_admin", businessName: null });
  expect(admin.text).toContain("The programme team invites you");
  expect(admin.text).toContain("as an administrator");
  const officer = invitationLetter({ ...facts, role: "borough_officer", businessName: null });
  expect(officer.text).toContain("An administrator of Westminster invites you");
});

test("a name with signs of HTML stays text", () => {
  const letter = writeLetter("A <b> & B", [
    { text: `<script>alert("1")</script> & Sons` },
    { list: ["<i>one</i>"] },
    { link: { label: "Go", href: 'https://example.org/?a="b"' } },
  ]);
  expect(letter.html).not.toMatch(/<script|<i>|"b"/);
  expect(letter.html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Sons");
  expect(letter.text).toContain("& Sons");
});
