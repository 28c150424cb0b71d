// Never run: it must type-check as a user's strict program does.
import { applyFixes, Engine, InputError, safeFixes, type Finding, type Listing, type Report } from "zhunze";
import { compile, CompileError, type Diagnostic } from "zhunze/compiler";
import { WorkerEngine } from "zhunze/worker";

const engine: Engine = await Engine.builtIn();
const report: Report = engine.check({ kind: "listing", title: "全网最好的面霜", brand: "草木集" }, { scope: "text" });
const blocked: boolean = report.decision === "block";
const places: string[] = report.findings.flatMap((finding: Finding) => finding.spans.map((span) => span.text));
const pack: Uint8Array = await compile({ "shop.zz": "" });
await Engine.fromPacks([pack], { allowUnsigned: true });

const listing: Listing = { kind: "listing", title: "国家级面霜" };
const fixed: Listing = engine.fix(listing, { scope: "text" }).subject;
const again: Listing = applyFixes(fixed, safeFixes(report));
const worker: WorkerEngine = await WorkerEngine.start();
const there: Promise<Report> = worker.check(again);
try {
  engine.check(listing);
} catch (error) {
  if (error instanceof InputError) error.problems.map(({ path, message }) => `${path} ${message.zh}`);
  if (error instanceof CompileError) error.diagnostics.map(({ file, line }: Diagnostic) => `${file}:${line}`);
}

// @ts-expect-error: a subject has a kind
engine.check({ title: "" });
// @ts-expect-error: there is no such decision
const wrong = report.decision === "allow";

export { blocked, places, there, wrong };
