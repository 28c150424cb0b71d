// Never run: it must type-check as a user's strict program does.
import { Engine, type Finding, type Report } from "zhunze";
import { compile } from "zhunze/compiler";

const engine: Engine = await Engine.builtIn();
const report: Report = engine.check({ kind: "listing", title: "全网最好的面霜", brand: "草木集" }, { scope: "text" });
const blocked: boolean = report.decision === "block";
const places: string[] = report.findings.flatMap((finding: Finding) => finding.spans.map((span) => span.text));
const pack: Uint8Array = await compile({ "shop.zz": "" });
await Engine.fromPacks([pack]);

// @ts-expect-error: a subject has a kind
engine.check({ title: "" });
// @ts-expect-error: there is no such decision
const wrong = report.decision === "allow";

export { blocked, places, wrong };
