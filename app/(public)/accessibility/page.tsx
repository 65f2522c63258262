import type { Metadata } from "next";
import { PageHeading } from "@/components/layout/page-heading";
import { PublicShell } from "@/components/layout/public-shell";
import { Prose } from "@/components/ui/prose";
import { isDemonstration } from "@/lib/env";

export const metadata: Metadata = { title: "Accessibility statement" };

export default function AccessibilityPage() {
  return (
    <PublicShell demonstration={isDemonstration()}>
      <PageHeading
        title="Accessibility statement"
        lede="This statement applies to the Operation Make Safe portal."
      />
      <Prose>
        <p>We want as many people as possible to be able to use it. You should be able to:</p>
        <ul>
          <li>use every page with a keyboard, with speech recognition or with a screen reader</li>
          <li>zoom to 400% without losing text, and read on a screen 320 pixels wide</li>
          <li>choose light or dark colours, and less motion, in your device&rsquo;s settings</li>
          <li>do everything with JavaScript switched off</li>
        </ul>
        <h2>How accessible this website is</h2>
        <p>
          Every page is checked by a program (axe) in each of its states before a release, and
          journeys are walked through with a keyboard. That finds some barriers, and not all of
          them. No audit by an outside body and no testing with people who use assistive technology
          has been done yet.
        </p>
        <h2>Feedback and contact information</h2>
        <p>
          If you cannot use a part of the portal, or need something in another form such as large
          print, easy read or a paper copy, tell the licensing team of your borough: their address
          is on your invitation. Every request is considered and answered.
        </p>
        <h2>Reporting accessibility problems</h2>
        <p>
          If you find a problem that is not listed here, or think that we do not meet the
          accessibility requirements, tell the licensing team of your borough. They pass it on to
          the programme team.
        </p>
        <h2>Enforcement procedure</h2>
        <p>
          The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public
          Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
          (the &lsquo;accessibility regulations&rsquo;). If you are not happy with how we respond to
          your complaint, contact the Equality Advisory and Support Service (EASS) at
          equalityadvisoryservice.com or on 0808 800 0082.
        </p>
        <h2>Technical information about this website&rsquo;s accessibility</h2>
        <p>
          The programme is committed to making this website accessible, in accordance with the
          Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
          2018.
        </p>
        <h3>Compliance status</h3>
        <p>
          This website is partially compliant with the Web Content Accessibility Guidelines version
          2.2 AA standard, due to the non-compliances listed below.
        </p>
        <h3>Non-accessible content</h3>
        <ul>
          <li>
            The courses are in English only, and have no version in British Sign Language or easy
            read.
          </li>
          <li>
            The map of London is a drawing with a table of the same figures beside it. Readers of a
            screen reader use the table.
          </li>
          <li>
            Conformance has been tested by the people who build the portal, not independently, so
            there may be non-compliances that we do not know of.
          </li>
        </ul>
        <h2>Preparation of this accessibility statement</h2>
        <p>
          This statement was prepared on 23 November 2026. It is reviewed with every release and at
          least once a year. The website was last tested in November 2026 by its builders, with axe
          and with a keyboard, in Chromium.
        </p>
      </Prose>
    </PublicShell>
  );
}
