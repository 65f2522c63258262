import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { AppLink } from "@/components/ui/link";
import { Prose } from "@/components/ui/prose";
import { isDemonstration } from "@/lib/env";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <PublicShell demonstration={isDemonstration()}>
      <PageHeading
        title="Privacy"
        lede="What the portal holds about people, why, who sees it and for how long."
      />
      <Prose>
        <h2>Who is responsible</h2>
        <p>
          Each London borough that uses the portal is the controller of what its own part holds. The
          licensing team that wrote to you answers questions about it, and its council has a data
          protection officer.
        </p>
        <h2>What is held, and why</h2>
        <ul>
          <li>
            People who sign in with e-mail: name, e-mail address, a one-way hash of the password,
            where they work, and when they signed in. Needed to let the right people in. We write to
            them about what is due, once a week at most, until they stop it; a manager may give a
            mobile number for a text when a course is overdue.
          </li>
          <li>
            Staff of a business: name, a one-way hash of the PIN, the courses taken, when they
            passed, and their certificates. Needed to show that enough people at a business are
            trained.
          </li>
          <li>
            Answers in a course and failed tries: kept so that a learner can go on where they
            stopped. Their manager, the borough and the police do not see them.
          </li>
          <li>
            Businesses: name, address, what the public register says, a contact address and
            telephone number if the manager gives them.
          </li>
          <li>A record of who changed what and when, so that mistakes and misuse can be found.</li>
        </ul>
        <h2>Who sees names</h2>
        <ul>
          <li>A manager sees the staff of their own business.</li>
          <li>A borough&rsquo;s team sees counts first. Opening the names is recorded.</li>
          <li>Police officers never see the name of anybody who works at a business.</li>
          <li>
            A certificate&rsquo;s public page shows an initial and family name only if its holder
            agrees.
          </li>
        </ul>
        <h2>What is never held</h2>
        <p>
          Suspicions, reports, victims, suspects and guests. No dates of birth and no National
          Insurance numbers: an imported file that has such a column loses it unread. Please do not
          type such things into any box. To report a worry, call 101 and quote Operation Make Safe,
          or 999 in an emergency.
        </p>
        <h2>How long</h2>
        <ul>
          <li>Rows of an uploaded register that were only previewed: 30 days</li>
          <li>A form&rsquo;s first answer, kept so that sending it twice has one effect: 7 days</li>
          <li>That a weekly e-mail was written to somebody: 12 months</li>
          <li>A mobile number given for texts: until it is taken away</li>
          <li>A link to choose a password: 60 minutes, or 7 days for the first one</li>
          <li>A session: 24 hours at most, 4 hours for staff who use a PIN</li>
          <li>
            Names, training and certificates: while the person works at a business that takes part.
            The borough decides how long they are kept after that, and erases them when asked and
            allowed
          </li>
        </ul>
        <h2>Your rights</h2>
        <p>
          You may ask for a copy of what is held about you, and for it to be corrected or erased.
          Write to the licensing team of the borough. If you are not content with the answer, you
          may complain to the Information Commissioner&rsquo;s Office at ico.org.uk or on 0303 123
          1113.
        </p>
        <p>
          See also <AppLink href="/cookies">cookies</AppLink>.
        </p>
      </Prose>
    </PublicShell>
  );
}
