import type { SectorCode } from "./places";
import { seededRandom } from "./random";
import type { Scene } from "./scene";

/** Invented companies, each with several places of one trade. */
const COMPANIES: readonly { name: string; sector: SectorCode; share: number }[] = [
  { name: "Lanternlight Hotels Ltd", sector: "hotel", share: 0.16 },
  { name: "Marmalade and Moss Rooms Ltd", sector: "hotel", share: 0.1 },
  { name: "Copper Kettle Taverns Ltd", sector: "licensed_premises", share: 0.12 },
  { name: "Weathervane Bars Ltd", sector: "licensed_premises", share: 0.07 },
];

/** Some businesses belong to a company that runs several. */
export function addCompanies({ plan, facts }: Scene): void {
  const boroughCode = plan.code;
  const random = seededRandom(`companies ${boroughCode}`);
  const companies = COMPANIES.map((company) => ({ ...company, id: random.uuid() }));
  facts.operators.push(...companies.map(({ id, name }) => ({ boroughCode, id, name })));
  for (const business of facts.businesses) {
    const chosen = companies.find(
      ({ sector, share }) => business.sector === sector && random.chance(share),
    );
    business.operatorId = chosen?.id ?? null;
  }
}
