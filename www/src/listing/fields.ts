import type { Finding, Listing } from "zhunze";
import example from "../../../examples/listing.json";

/** What a portal knows without asking: how it shows a product, and what its page always tells. */
const KNOWN = {
  is_paid_ranking: false,
  is_review_content: false,
  has_purchase_link: true,
  ad_marked: false,
  is_advertised: false,
  information: {
    address: true,
    contact: true,
    quantity_quality: true,
    price: true,
    performance: true,
    risks: true,
    after_sales: true,
    liability: true,
  },
} satisfies Partial<Listing>;

/** What the form starts with. */
export function sample(): Listing {
  const { texts, ...rest } = structuredClone(example) as unknown as Listing;
  return { ...rest, ...KNOWN, texts: (texts ?? []).filter((text) => text?.channel === "image") };
}

export function blank(): Listing {
  return { kind: "listing", title: "", description: "", texts: [], skus: [{}], complete: true, ...KNOWN } as Listing;
}

/** A fact of a derivation. */
interface Why {
  given?: { fact: string; value: string }[];
  of?: Why[];
}

function facts(why: Why | undefined): string[] {
  return [...(why?.given ?? []).map(({ fact }) => fact), ...(why?.of ?? []).flatMap(facts)];
}

/**
 * Where in the form a finding stands: at its words, or at the facts that decided it or that are missing. Answers keys of fields, as
 * `pricing.price`, `texts/1`, `skus`.
 */
export function places(finding: Finding, known: ReadonlySet<string>): string[] {
  const spans = finding.spans.map(({ path }) => path.slice(1).replace(/^(texts\/\d+)\/text$/, "$1").replace(/^(skus)\/.*/, "$1"));
  const named = [...facts(finding.why as Why | undefined), ...(finding.missing ?? [])]
    .map((fact) => fact.replace(/^(subject|goods)\./, "").replaceAll("[]", ""))
    .map((fact) => (fact.startsWith("skus.") ? "skus" : fact.startsWith("gifts") ? "gifts" : fact));
  const found = (spans.length ? spans : named).filter((key) => known.has(key));
  return [...new Set(found)].slice(0, spans.length ? undefined : 1);
}
